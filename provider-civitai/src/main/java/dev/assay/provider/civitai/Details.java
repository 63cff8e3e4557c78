package dev.assay.provider.civitai;

import dev.assay.provider.spi.Outcome;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Gatherers;
import tools.jackson.databind.JsonNode;

/**
 * Finds out what versions are, a hundred models at a time. CivitAI leaves models out of its lists
 * for many reasons and without a word, so what is missing there is asked for singly at the end.
 */
final class Details {
    /** A page of a hundred ids has no second page, except where pages repeat models. */
    private static final int MAX_PAGES = 10;

    private final Api api;
    private final Cases cases;
    private final Set<Long> seenModels = new HashSet<>();
    private final Queue<Chunk> open = new ArrayDeque<>();

    Details(Api api, Cases cases) {
        this.api = api;
        this.cases = cases;
    }

    /** What is asked for together: models by id, or where that is not known, versions by id. */
    private interface Page {
        URI uri(Collection<Long> ids, Optional<String> cursor);
    }

    void resolve(Set<VersionRef> versions) throws InterruptedException {
        Map<Long, List<VersionRef>> byModel = new LinkedHashMap<>();
        Map<Long, List<VersionRef>> orphans = new LinkedHashMap<>();
        for (VersionRef version : versions) {
            OptionalLong model = version.modelId();
            Map<Long, List<VersionRef>> group = model.isPresent() ? byModel : orphans;
            group.computeIfAbsent(model.orElse(version.versionId()), _ -> new ArrayList<>())
                    .add(version);
        }
        inPages(byModel, api.routes()::models);
        inPages(orphans, api.routes()::parents);
        new Fallback(api, cases, this::take, seenModels).resolve(versions);
    }

    private void inPages(Map<Long, List<VersionRef>> groups, Page page)
            throws InterruptedException {
        groups.keySet().stream()
                .gather(Gatherers.windowFixed(Routes.PAGE))
                .forEach(ids -> open.add(new Chunk(ids, groups, page, false)));
        while (!open.isEmpty()) {
            ask(open.remove());
        }
    }

    /** Asks for one chunk, and for its further pages as long as something is missing. */
    private void ask(Chunk chunk) throws InterruptedException {
        Optional<String> next = ask(chunk, Optional.empty());
        for (int count = 1;
                count < MAX_PAGES && next.isPresent() && chunk.hasOpen(cases);
                count++) {
            next = ask(chunk, next);
        }
    }

    /** {@return the cursor of the next page, when there is one} */
    private Optional<String> ask(Chunk chunk, Optional<String> cursor) throws InterruptedException {
        URI uri = chunk.page().uri(chunk.ids(), cursor);
        Answer<Optional<String>> answer =
                chunk.part() ? api.partOfPage(uri, this::take) : api.page(uri, this::take);
        switch (answer) {
            case Answer.Given<Optional<String>>(Optional<String> next) -> {
                return next.equals(cursor) ? Optional.empty() : next;
            }
            case Answer.TooMuch<Optional<String>> _, Answer.Broken<Optional<String>> _ ->
                    halve(chunk);
            case Answer.None<Optional<String>>(Outcome why) ->
                    chunk.open(cases).forEach(version -> cases.failed(version, why));
            case Answer.Absent<Optional<String>> _ -> {}
        }
        return Optional.empty();
    }

    /**
     * Puts both halves at the end of the queue: when one model is to blame, its half fails and the
     * other one does not, so that the gateway never sees many failures in a row. A model that fails
     * alone is left to the routes of its versions.
     */
    private void halve(Chunk chunk) {
        List<Long> ids = chunk.ids();
        if (ids.size() > 1) {
            int half = ids.size() / 2;
            open.add(new Chunk(ids.subList(0, half), chunk.groups(), chunk.page(), true));
            open.add(new Chunk(ids.subList(half, ids.size()), chunk.groups(), chunk.page(), true));
        } else {
            seenModels.addAll(ids);
        }
    }

    /**
     * Ids to ask for with one request.
     *
     * @param part whether it is half of a chunk that failed
     */
    private record Chunk(
            List<Long> ids, Map<Long, List<VersionRef>> groups, Page page, boolean part) {
        boolean hasOpen(Cases cases) {
            return !open(cases).isEmpty();
        }

        List<VersionRef> open(Cases cases) {
            return ids.stream()
                    .flatMap(id -> groups.getOrDefault(id, List.of()).stream())
                    .distinct()
                    .filter(version -> cases.isOpen(version.versionId()))
                    .toList();
        }
    }

    private void take(JsonNode model) {
        OptionalLong id = Fields.id(model, "id");
        if (id.isEmpty()) {
            return;
        }
        seenModels.add(id.getAsLong());
        for (JsonNode version : Models.versions(model)) {
            cases.known(
                    Fields.id(version, "id").orElseThrow(),
                    digest -> Models.ofModel(model, version, Optional.of(digest)));
        }
    }
}

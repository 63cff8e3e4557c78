package dev.assay.provider.civitai;

import dev.assay.provider.spi.Outcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
        List<List<Long>> chunks =
                groups.keySet().stream().gather(Gatherers.windowFixed(Routes.PAGE)).toList();
        for (List<Long> chunk : chunks) {
            page(chunk, groups, page);
        }
    }

    private void page(List<Long> ids, Map<Long, List<VersionRef>> groups, Page page)
            throws InterruptedException {
        Set<VersionRef> wanted = new LinkedHashSet<>();
        ids.forEach(id -> wanted.addAll(groups.getOrDefault(id, List.of())));
        Optional<String> next = page(ids, Optional.empty(), wanted, groups, page);
        for (int count = 1; count < MAX_PAGES && next.isPresent() && hasOpen(wanted); count++) {
            next = page(ids, next, wanted, groups, page);
        }
    }

    /** {@return the cursor of the next page, when there is one} */
    private Optional<String> page(
            List<Long> ids,
            Optional<String> cursor,
            Set<VersionRef> wanted,
            Map<Long, List<VersionRef>> groups,
            Page page)
            throws InterruptedException {
        switch (api.page(page.uri(ids, cursor), this::take)) {
            case Answer.Given<Optional<String>>(Optional<String> next) -> {
                return next.equals(cursor) ? Optional.empty() : next;
            }
            case Answer.TooMuch<Optional<String>> _ -> halve(ids, groups, page);
            case Answer.None<Optional<String>>(Outcome why) ->
                    open(wanted).forEach(version -> cases.failed(version, why));
            case Answer.Absent<Optional<String>> _ -> {}
        }
        return Optional.empty();
    }

    /** A model that is too large alone is left to the routes of its versions. */
    private void halve(List<Long> ids, Map<Long, List<VersionRef>> groups, Page page)
            throws InterruptedException {
        if (ids.size() > 1) {
            int half = ids.size() / 2;
            page(ids.subList(0, half), groups, page);
            page(ids.subList(half, ids.size()), groups, page);
        } else {
            seenModels.addAll(ids);
        }
    }

    private boolean hasOpen(Collection<VersionRef> versions) {
        return versions.stream().anyMatch(version -> cases.isOpen(version.versionId()));
    }

    private List<VersionRef> open(Collection<VersionRef> versions) {
        return versions.stream().filter(version -> cases.isOpen(version.versionId())).toList();
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

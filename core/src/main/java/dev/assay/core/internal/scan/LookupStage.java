package dev.assay.core.internal.scan;

import dev.assay.core.internal.identify.Claims;
import dev.assay.core.internal.identify.Order;
import dev.assay.core.internal.identify.Question;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Progress.Phase;
import dev.assay.core.model.Unanswered;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The last stage of a scan: asks who the files are, once for each content, and keeps each answer.
 */
final class LookupStage {
    private static final HashId SHA256 = HashId.of("sha256");

    private final Parts parts;
    private final Order order;
    private final Reporter reporter;
    private final Tally tally;
    private final Cancellation cancellation;
    private final Set<Path> answered = ConcurrentHashMap.newKeySet();
    private List<Unanswered> unanswered = List.of();

    LookupStage(
            Parts parts, Order order, Reporter reporter, Tally tally, Cancellation cancellation) {
        this.parts = parts;
        this.order = order;
        this.reporter = reporter;
        this.tally = tally;
        this.cancellation = cancellation;
    }

    /** {@return whether a provider that may be asked would be asked about this file} */
    boolean isOpen(Sighting sighting) {
        return entry(sighting)
                .map(entry -> parts.identification().isOpen(question(entry), order))
                .orElse(false);
    }

    /** {@return whether a provider, allowed or not, would be asked about this file} */
    static boolean isOpen(Parts parts, CatalogEntry entry, Order order) {
        Question question = question(entry);
        return parts.identification().isOpen(question, order)
                || !parts.identification().notAllowed(question, order).isEmpty();
    }

    /** {@return the providers that some of these files are open at and that may not be asked} */
    Set<String> notAllowed(Collection<Sighting> files) {
        Set<String> all = new LinkedHashSet<>(parts.identification().notAllowed(order.anonymous()));
        Set<String> missed = new LinkedHashSet<>();
        for (Sighting file : files) {
            if (missed.equals(all)) {
                break;
            }
            entry(file)
                    .map(entry -> parts.identification().notAllowed(question(entry), order))
                    .ifPresent(missed::addAll);
        }
        return missed;
    }

    /** Asks about these files what is open. */
    void run(Collection<Sighting> files) {
        Collection<List<Sighting>> contents = contents(files);
        List<Question> questions =
                contents.stream()
                        .flatMap(same -> entry(same.getFirst()).stream())
                        .map(LookupStage::question)
                        .toList();
        reporter.milestone(Phase.IDENTIFY, 0, questions.size(), 0, 0);
        int before = parts.identification().requests();
        try {
            unanswered =
                    parts.identification()
                            .run(questions, order, cancellation, this::keep)
                            .unanswered();
        } finally {
            tally.requests += parts.identification().requests() - before;
            contents.stream().filter(this::isAnswered).forEach(LookupStage::forget);
        }
        reporter.milestone(Phase.IDENTIFY, questions.size(), questions.size(), 0, 0);
    }

    /** {@return what the providers that were asked gave no answer to} */
    List<Unanswered> unanswered() {
        return unanswered;
    }

    /** {@return the files, those with the same bytes together} */
    private Collection<List<Sighting>> contents(Collection<Sighting> files) {
        Map<Object, List<Sighting>> byContent = new LinkedHashMap<>();
        for (Sighting file : files) {
            cancellation.check();
            entry(file)
                    .ifPresent(entry ->
                            byContent
                                    .computeIfAbsent(content(entry), _ -> new ArrayList<>())
                                    .add(file));
        }
        return byContent.values();
    }

    private boolean isAnswered(List<Sighting> same) {
        return answered.contains(same.getFirst().file().path());
    }

    private static void forget(List<Sighting> same) {
        same.forEach(file -> file.update(Optional.empty()));
    }

    private static Object content(CatalogEntry entry) {
        Optional<Digest> sha256 = entry.digest(SHA256);
        return sha256.isPresent() ? sha256.get() : entry.file().path();
    }

    private static Question question(CatalogEntry entry) {
        Map<HashId, Digest> digests =
                entry.hashes().keySet().stream()
                        .flatMap(id -> entry.digest(id).stream())
                        .collect(Collectors.toMap(Digest::id, Function.identity()));
        return new Question(
                entry.file().path(),
                digests,
                Claims.of(entry.inspection().metadata()),
                entry.identities());
    }

    private void keep(Question question, Identity identity) {
        Path path = question.path();
        parts.catalog().saveIdentity(path, identity);
        answered.add(path);
        reporter.step(Phase.IDENTIFY, answered.size(), 0, path);
    }

    private Optional<CatalogEntry> entry(Sighting sighting) {
        return sighting.entry(parts.catalog());
    }
}

package dev.assay.shell.view;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.model.Evidence;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Marks;
import dev.assay.core.model.Safety;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.render.RawPath;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A model file as the JSON object that scripts rely on; the keys are a contract. */
public final class EntryJson {
    /** Every key that the object of an inspection may have. */
    static final List<String> INSPECTION_KEYS =
            List.of(
                    ("schema name path path_escaped size size_mb size_gb extension format type identified_type"
                                    + " category base bases state precision parameters tensors"
                                    + " confidence evidence conflicts variant adapter trigger_words"
                                    + " training safety problems")
                            .split(" "));

    /** Every key that the object of an entry may have. */
    static final List<String> ENTRY_KEYS =
            List.of(
                    ("schema name path path_escaped relative_path subdirectory size size_mb size_gb extension"
                                    + " modified_time format type identified_type category base"
                                    + " bases state precision parameters tensors confidence"
                                    + " evidence conflicts variant adapter trigger_words training"
                                    + " hashes safety identity PROVIDER_info user_tags user_note"
                                    + " added verified missing missing_since")
                            .split(" "));

    private static final double MIB = 1024.0 * 1024.0;

    private final HashNames names;

    /** Writes digests under these names. */
    public EntryJson(HashNames names) {
        this.names = names;
    }

    /** {@return everything that is known of a file} */
    public Map<String, @Nullable Object> entry(CatalogEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Path path = entry.file().path();
        place(json, path, entry.root(), entry.file().size());
        json.put("modified_time", time(entry.file().modified()));
        classification(json, entry.inspection());
        json.put("category", entry.category().id());
        json.put("hashes", hashes(entry.hashes()));
        json.put("safety", safety(entry.inspection().safety()));
        json.put("identity", identity(entry.identities()));
        entry.identities().forEach(one -> info(json, one, entry));
        marks(json, entry.marks());
        if (entry.missing()) {
            json.put("missing", true);
        }
        return json;
    }

    private static void marks(Map<String, @Nullable Object> json, Marks marks) {
        json.put("user_tags", marks.tags());
        json.put("user_note", marks.note().orElse(null));
        json.put("added", marks.added().map(EntryJson::time).orElse(null));
        json.put("verified", marks.verified().map(EntryJson::time).orElse(null));
        marks.missingSince().ifPresent(since -> json.put("missing_since", time(since)));
    }

    /** {@return what a file's header says} */
    public Map<String, @Nullable Object> inspection(Inspection inspection) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "assay.inspect/1");
        Path path = inspection.path();
        place(json, path, path.toAbsolutePath().getParent(), inspection.size());
        json.remove("relative_path");
        json.remove("subdirectory");
        classification(json, inspection);
        json.put("category", inspection.classification().type().category().id());
        json.put("safety", safety(inspection.safety()));
        json.put("problems", inspection.problems().stream().map(EntryJson::problem).toList());
        return json;
    }

    /** {@return trouble with one file} */
    public static Map<String, @Nullable Object> problem(FileProblem problem) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("path", RawPath.text(problem.path()));
        json.put("stage", problem.stage().id());
        json.put("message", problem.message());
        json.put("remedy", problem.remedy());
        return json;
    }

    private static void place(
            Map<String, @Nullable Object> json, Path path, @Nullable Path root, long size) {
        String name = RawPath.name(path);
        json.put("name", name);
        RawPath.put(json, path);
        String relative =
                root != null && path.startsWith(root) && !path.equals(root)
                        ? RawPath.textBelow(root, path)
                        : name;
        json.put("relative_path", relative);
        int end = relative.lastIndexOf(File.separatorChar);
        json.put("subdirectory", end < 0 ? "" : relative.substring(0, end));
        json.put("size", size);
        json.put("size_mb", rounded(size / MIB));
        json.put("size_gb", rounded(size / MIB / 1024));
        int dot = name.lastIndexOf('.');
        json.put("extension", dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static void classification(Map<String, @Nullable Object> json, Inspection inspection) {
        Classification found = inspection.classification();
        json.put("format", inspection.format().id());
        json.put("type", List.of(word(inspection)));
        json.put("identified_type", found.type().id());
        json.put("category", "");
        json.put("base", found.base().orElse(null));
        json.put("bases", found.bases());
        json.put("state", inspection.state().id());
        json.put("precision", found.precision().orElse(null));
        json.put(
                "parameters",
                found.parameters().isPresent() ? found.parameters().getAsLong() : null);
        json.put("tensors", found.tensors().isPresent() ? found.tensors().getAsInt() : null);
        json.put("confidence", found.confidence().id());
        json.put("evidence", found.evidence().stream().map(Evidence::sentence).toList());
        json.put("conflicts", found.conflicts());
        finer(json, found);
    }

    /** Keys of ours, present when there is something to say. */
    private static void finer(Map<String, @Nullable Object> json, Classification found) {
        found.variant().ifPresent(variant -> json.put("variant", variant));
        found.adapter()
                .ifPresent(adapter -> {
                    Map<String, @Nullable Object> inner = new LinkedHashMap<>();
                    inner.put("algorithm", adapter.algorithm());
                    inner.put(
                            "rank", adapter.rank().isPresent() ? adapter.rank().getAsInt() : null);
                    inner.put(
                            "alpha",
                            adapter.alpha().isPresent() ? adapter.alpha().getAsDouble() : null);
                    json.put("adapter", inner);
                });
        if (!found.triggerWords().isEmpty()) {
            json.put("trigger_words", found.triggerWords());
        }
        if (!found.training().isEmpty()) {
            json.put("training", new TreeMap<>(found.training()));
        }
    }

    /** The words of the first tool of this kind, which had two for files it could not classify. */
    private static String word(Inspection inspection) {
        if (inspection.state() == FileState.UNREADABLE) {
            return "unreadable";
        }
        return inspection.format() == Format.ARCHIVE
                ? "compressed"
                : inspection.classification().type().word();
    }

    /** Null says that a digest does not exist for a file; one that was not computed is absent. */
    private Map<String, @Nullable Object> hashes(Map<HashId, HashOutcome> hashes) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        new TreeMap<>(hashes)
                .forEach((id, outcome) -> {
                    switch (outcome) {
                        case HashOutcome.Computed computed ->
                                json.put(names.of(id), upper(computed.digest().hex()));
                        case HashOutcome.Undefined undefined ->
                                json.put(names.of(undefined.id()), null);
                        case HashOutcome.Failed _ -> {
                            // told among the problems
                        }
                    }
                });
        return json;
    }

    private static Map<String, @Nullable Object> safety(Safety safety) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("verdict", safety.verdict().name());
        json.put("imports", safety.imports());
        json.put("reasons", safety.reasons());
        return json;
    }

    private Map<String, @Nullable Object> identity(List<Identity> all) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Optional<Identity> best = Identity.best(all);
        json.put("outcome", best.map(one -> one.state().id()).orElse("not_asked"));
        json.put(
                "match",
                best.flatMap(Identity::preferred)
                        .map(candidate -> candidate.match().name().toLowerCase(Locale.ROOT))
                        .orElse(null));
        json.put("matched_by", best.flatMap(Identity::matchedBy).map(names::of).orElse(null));
        json.put("asked_at", best.flatMap(Identity::askedAt).map(EntryJson::time).orElse(null));
        json.put("candidates", best.map(one -> one.candidates().size()).orElse(0));
        best.ifPresent(one -> more(json, one));
        return json;
    }

    private static void more(Map<String, @Nullable Object> json, Identity identity) {
        json.put("provider", identity.provider());
        identity.cause().ifPresent(cause -> json.put("cause", cause.id()));
        identity.reason().ifPresent(reason -> json.put("reason", reason));
        identity.remedy().ifPresent(remedy -> json.put("remedy", remedy));
        identity.nextTry().ifPresent(next -> json.put("next_try", time(next)));
    }

    private void info(Map<String, @Nullable Object> json, Identity identity, CatalogEntry entry) {
        identity.preferred()
                .ifPresent(candidate ->
                        json.put(
                                identity.provider() + "_info",
                                new ProviderJson(names).info(candidate.model(), identity, entry)));
    }

    static String upper(String hex) {
        return hex.toUpperCase(Locale.ROOT);
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

package dev.assay.shell.view;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Identity;
import dev.assay.core.model.Marks;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.License;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.render.Width;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything about one file, a line for each thing. */
public final class EntryDetail {
    private static final int LABEL = 10;
    private static final int LONGEST = 600;

    private final Screen screen;
    private final HashNames names;
    private final boolean header;

    /**
     * Prints to this screen.
     *
     * @param header whether the container's own metadata is shown too
     */
    public EntryDetail(Screen screen, HashNames names, boolean header) {
        this.screen = screen;
        this.names = names;
        this.header = header;
    }

    /** Prints one file and where else its bytes are: copies, and other names of the file itself. */
    public void print(CatalogEntry entry, List<CatalogEntry> copies) {
        Optional<Identity> identity = Identity.best(entry.identities());
        Optional<Candidate> candidate = identity.flatMap(Identity::preferred);
        title(entry, candidate.map(Candidate::model));
        row("File", entry.file().path().toString());
        row("Size", size(entry.file().size()));
        row("Changed", Times.shown(entry.file().modified()));
        kind(entry);
        row("Safety", EntryView.safety(entry.inspection().safety().verdict()));
        entry.inspection().safety().imports().forEach(name -> row("", "imports " + name));
        for (FileProblem problem : entry.inspection().problems()) {
            row("Problem", Style.RED, problem.message() + ". " + problem.remedy());
        }
        entry.inspection().classification().conflicts().forEach(c -> row("But", Style.YELLOW, c));
        entry.identities().forEach(this::identity);
        candidate.ifPresent(found -> model(found.model()));
        hashes(entry.hashes());
        copies.forEach(copy -> row(where(entry, copy), copy.file().path().toString()));
        marks(entry.marks());
        if (header) {
            new TreeMap<>(entry.inspection().metadata())
                    .forEach((key, value) -> row("Header", key + " = " + cut(value)));
        }
    }

    private static String where(CatalogEntry entry, CatalogEntry other) {
        return other.file().sameFileAs(entry.file()) ? "Link" : "Copy";
    }

    private static String size(long bytes) {
        String exact = Sizes.count(bytes, "byte");
        return bytes < 1_000 ? exact : Sizes.of(bytes) + ", " + exact;
    }

    private void marks(Marks marks) {
        if (!marks.tags().isEmpty()) {
            row("My tags", String.join(", ", marks.tags()));
        }
        marks.note().ifPresent(note -> row("My note", note));
        marks.verified().ifPresent(time -> row("Verified", Times.shown(time)));
        marks.missingSince()
                .ifPresent(time -> row("Missing", Style.YELLOW, "since " + Times.shown(time)));
    }

    private void title(CatalogEntry entry, Optional<ModelInfo> model) {
        String file = String.valueOf(entry.file().path().getFileName());
        String name = model.flatMap(ModelInfo::modelName).orElse(file);
        String version = model.flatMap(ModelInfo::versionName).map(v -> "  " + v).orElse("");
        String creator = model.flatMap(ModelInfo::creator).map(c -> "  by " + c).orElse("");
        Text whole = Text.of(Style.BOLD, name).and(version).and(Style.DIM, creator);
        if (Width.of(whole.plain()) <= screen.look().width()) {
            screen.line(whole);
        } else {
            screen.sentence(Style.BOLD, "", Style.BOLD, name);
            String more = (version + creator).strip();
            if (!more.isEmpty()) {
                screen.sentence(Style.PLAIN, "", Style.DIM, more);
            }
        }
    }

    private void kind(CatalogEntry entry) {
        Classification found = entry.inspection().classification();
        List<String> parts = new ArrayList<>();
        parts.add(found.type().id().replace('_', ' '));
        if (!found.bases().isEmpty()) {
            parts.add(String.join(" or ", found.bases()));
        }
        found.variant().ifPresent(parts::add);
        found.precision().ifPresent(parts::add);
        if (found.tensors().isPresent()) {
            parts.add(Sizes.count(found.tensors().getAsInt(), "tensor"));
        }
        parts.add(entry.inspection().format().id());
        row("Kind", String.join(", ", parts) + "  (" + found.confidence().id() + ")");
        row("Category", entry.category().id());
        if (!found.triggerWords().isEmpty()) {
            row("Header", "triggers: " + String.join(", ", found.triggerWords()));
        }
    }

    private void identity(Identity identity) {
        String how =
                identity.preferred()
                        .map(one -> identity.provider() + ":" + matched(one, identity))
                        .orElse(identity.provider() + ": " + words(identity.state().id()));
        String more =
                identity.candidates().size() > 1
                        ? ", " + identity.candidates().size() + " versions fit"
                        : "";
        row("Identity", how + more);
        identity.reason()
                .ifPresent(reason ->
                        row("", reason + identity.remedy().map(r -> ". " + r).orElse("")));
        identity.askedAt().ifPresent(time -> row("Asked", Times.shown(time)));
    }

    private String matched(Candidate one, Identity identity) {
        String by = identity.matchedBy().map(id -> " by " + names.of(id)).orElse("");
        return one.model().address()
                + "  "
                + words(one.match().name().toLowerCase(java.util.Locale.ROOT))
                + by;
    }

    private static String words(String id) {
        return id.replace('_', ' ');
    }

    private void model(ModelInfo model) {
        model.air().ifPresent(air -> row("AIR", air));
        model.baseModel().ifPresent(base -> row("Base", base));
        if (!model.trainedWords().isEmpty()) {
            row("Triggers", String.join(", ", model.trainedWords()));
        }
        if (!model.tags().isEmpty()) {
            row("Tags", String.join(", ", model.tags()));
        }
        model.license().ifPresent(license -> row("Licence", words(license)));
        if (!model.stats().isEmpty()) {
            List<String> parts = new ArrayList<>();
            new TreeMap<>(model.stats())
                    .forEach((key, value) -> parts.add(key + " " + Sizes.count(value)));
            row("Stats", String.join(", ", parts));
        }
        model.nsfw().filter(nsfw -> nsfw).ifPresent(nsfw -> row("Rating", "not safe for work"));
        model.downloadUrl().ifPresent(url -> row("Download", url.toString()));
        model.description()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> row("About", cut(flat(text))));
    }

    private static String words(License license) {
        List<String> parts = new ArrayList<>();
        license.allowNoCredit()
                .ifPresent(free -> parts.add(free ? "no credit needed" : "credit needed"));
        parts.add(
                license.allowCommercialUse().isEmpty()
                        ? "no commercial use named"
                        : "commercial: " + String.join(", ", license.allowCommercialUse()));
        license.allowDerivatives()
                .ifPresent(yes -> parts.add("derivatives " + (yes ? "yes" : "no")));
        return String.join(", ", parts);
    }

    private void hashes(Map<HashId, HashOutcome> hashes) {
        new TreeMap<>(hashes)
                .forEach((id, outcome) -> {
                    switch (outcome) {
                        case HashOutcome.Computed(Digest digest) ->
                                row(names.of(id), HashNames.hex(id, digest.hex()));
                        case HashOutcome.Undefined(HashId _, String reason) ->
                                row(names.of(id), Style.DIM, "none: " + reason);
                        case HashOutcome.Failed(HashId _, String reason) ->
                                row(names.of(id), Style.RED, reason);
                    }
                });
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
    }

    private static String flat(String text) {
        return String.join(" ", Arrays.stream(text.split("\\s+")).toList());
    }

    private void row(String label, String text) {
        row(label, Style.PLAIN, text);
    }

    private void row(String label, Text text) {
        screen.line(Text.of(Style.DIM, head(label)).and(text));
    }

    private void row(String label, Style style, String text) {
        screen.labelled(head(label), style, text);
    }

    private static String head(String label) {
        return "  " + label + " ".repeat(Math.max(1, LABEL + 4 - label.length()));
    }
}

package dev.assay.shell.view;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.Classification;
import dev.assay.core.model.FileState;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Identity;
import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Candidate;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Model files as rows: the columns of {@code ls} and {@code scan}. */
public final class EntryView {
    private static final HashId SHA256 = HashId.of("sha256");
    private static final HashId AUTOV2 = HashId.of("autov2");

    private static final String USUAL_ENDING = ".safetensors";

    private final EntryJson json;
    private final boolean unicode;
    private final boolean exactSizes;
    private final boolean fullPaths;

    /**
     * How rows look.
     *
     * @param unicode whether marks may be more than letters
     * @param exactSizes whether sizes are in bytes
     * @param fullPaths whether absolute paths stand for names
     */
    public EntryView(HashNames names, boolean unicode, boolean exactSizes, boolean fullPaths) {
        this.json = new EntryJson(names);
        this.unicode = unicode;
        this.exactSizes = exactSizes;
        this.fullPaths = fullPaths;
    }

    /** {@return the listing of a command whose rows carry this schema} */
    public Listing<CatalogEntry> listing(String schema, List<String> usual) {
        return new Listing<>(
                columns(),
                usual,
                entry -> withSchema(schema, json.entry(entry)),
                EntryView::id,
                entry -> Optional.of(entry.file().path()));
    }

    private static Map<String, @Nullable Object> withSchema(
            String schema, Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("schema", schema);
        whole.putAll(object);
        return whole;
    }

    private List<Column<CatalogEntry>> columns() {
        return List.of(
                Column.<CatalogEntry>of("name", this::name).showing(this::markedName).stretching(),
                Column.<CatalogEntry>of("type", EntryView::type),
                Column.<CatalogEntry>of("base", entry -> base(entry)).dropping(2),
                Column.<CatalogEntry>of("size", entry -> entry.file().size())
                        .showing(this::size)
                        .flushRight(),
                Column.<CatalogEntry>of("sha256", entry -> hex(entry, SHA256))
                        .showing(this::shortHash)
                        .dropping(5),
                Column.<CatalogEntry>of("civitai", EntryView::address)
                        .showing(EntryView::said)
                        .dropping(4),
                Column.<CatalogEntry>of("triggers", EntryView::triggers).dropping(6),
                Column.<CatalogEntry>of("model", EntryView::modelName).dropping(7),
                Column.<CatalogEntry>of("precision", entry -> found(entry).precision().orElse(null))
                        .dropping(6),
                Column.<CatalogEntry>of("confidence", entry -> found(entry).confidence().id())
                        .dropping(6),
                Column.<CatalogEntry>of("safety", EntryView::verdict)
                        .showing(EntryView::safety)
                        .dropping(3),
                Column.<CatalogEntry>of("state", entry -> entry.inspection().state().id())
                        .dropping(3),
                Column.<CatalogEntry>of("category", entry -> entry.category().id()),
                Column.<CatalogEntry>of("format", entry -> entry.inspection().format().id()),
                Column.<CatalogEntry>of(
                        "modified", entry -> EntryJson.time(entry.file().modified())),
                Column.<CatalogEntry>of("path", entry -> entry.file().path().toString())
                        .stretching(),
                Column.<CatalogEntry>of("tags", entry -> entry.marks().tags()).dropping(7),
                Column.<CatalogEntry>of("note", entry -> entry.marks().note().orElse(null))
                        .dropping(7));
    }

    private String name(CatalogEntry entry) {
        boolean below = entry.file().path().startsWith(entry.root());
        return fullPaths || !below || entry.file().path().equals(entry.root())
                ? entry.file().path().toString()
                : entry.root().relativize(entry.file().path()).toString();
    }

    private Text markedName(CatalogEntry entry) {
        return Mark.of(entry).shown(unicode).and(" ").and(shortName(name(entry)));
    }

    /** The usual ending says nothing and pushes the version, which does, out of sight. */
    private String shortName(String name) {
        return fullPaths || !name.endsWith(USUAL_ENDING)
                ? name
                : name.substring(0, name.length() - USUAL_ENDING.length());
    }

    /** {@return the line that explains the marks of these files} */
    public Text legend(List<CatalogEntry> entries) {
        return Mark.legend(entries, unicode);
    }

    private Text size(CatalogEntry entry) {
        long size = entry.file().size();
        return Text.of(exactSizes ? Long.toString(size) : Sizes.of(size));
    }

    private Text shortHash(CatalogEntry entry) {
        return Text.of(
                entry.digest(AUTOV2)
                        .or(() -> entry.digest(SHA256))
                        .map(digest ->
                                digest.hex().substring(0, Math.min(10, digest.hex().length())))
                        .orElse("-"));
    }

    static Text safety(CatalogEntry entry) {
        return switch (entry.inspection().safety().verdict()) {
            case CLEAN -> Text.of(Style.DIM, "clean");
            case SUSPICIOUS -> Text.of(Style.YELLOW, "suspicious");
            case UNSCANNABLE -> Text.of(Style.YELLOW, "unscannable");
            case DANGEROUS -> Text.of(Style.RED, "DANGEROUS");
        };
    }

    /** What the provider said, or what is wrong with the file, which matters more. */
    private static Text said(CatalogEntry entry) {
        if (entry.inspection().state() != FileState.OK) {
            return Text.of(Style.RED, entry.inspection().state().id().replace('_', ' '));
        }
        Optional<Identity> identity = EntryJson.best(entry.identities());
        String address = address(entry);
        if (address != null) {
            return Text.of(address);
        }
        return Text.of(Style.DIM, identity.map(one -> words(one.state())).orElse("-"));
    }

    private static String words(Identity.State state) {
        return state == Identity.State.NOT_ASKED ? "-" : state.id().replace('_', ' ');
    }

    private static @Nullable String address(CatalogEntry entry) {
        return model(entry).map(ModelInfo::address).orElse(null);
    }

    private static @Nullable String modelName(CatalogEntry entry) {
        return model(entry)
                .flatMap(model ->
                        model.modelName()
                                .map(name ->
                                        name + model.versionName().map(v -> " " + v).orElse("")))
                .orElse(null);
    }

    private static @Nullable String triggers(CatalogEntry entry) {
        List<String> words =
                model(entry)
                        .map(ModelInfo::trainedWords)
                        .filter(list -> !list.isEmpty())
                        .orElse(found(entry).triggerWords());
        return words.isEmpty() ? null : String.join(", ", words);
    }

    private static Optional<ModelInfo> model(CatalogEntry entry) {
        return EntryJson.best(entry.identities())
                .flatMap(Identity::preferred)
                .map(Candidate::model);
    }

    private static Optional<String> id(CatalogEntry entry) {
        return Optional.ofNullable(hex(entry, SHA256));
    }

    private static @Nullable String hex(CatalogEntry entry, HashId id) {
        return entry.hashes().get(id) instanceof HashOutcome.Computed(Digest digest)
                ? digest.hex()
                : null;
    }

    private static String type(CatalogEntry entry) {
        return found(entry).type().id();
    }

    private static @Nullable String base(CatalogEntry entry) {
        Classification found = found(entry);
        return found.base()
                .orElse(found.bases().isEmpty() ? null : String.join("|", found.bases()));
    }

    private static String verdict(CatalogEntry entry) {
        return entry.inspection().safety().verdict().name();
    }

    private static Classification found(CatalogEntry entry) {
        return entry.inspection().classification();
    }
}

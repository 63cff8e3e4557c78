package dev.assay.shell.view;

import dev.assay.core.model.CatalogEntry;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Identity;
import dev.assay.core.model.ListedFile;
import dev.assay.core.model.Safety;
import dev.assay.shell.render.Column;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.RawPath;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import java.nio.file.FileSystems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Model files as rows: the columns of {@code ls} and {@code scan}. */
public final class EntryView {
    private static final List<String> USUAL =
            List.of("name", "type", "base", "size", "safety", "sha256", "civitai", "triggers");

    private static final int SHORT_HASH = 10;

    private static final String SEPARATOR = FileSystems.getDefault().getSeparator();

    private static final String USUAL_ENDING = ".safetensors";

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
    public EntryView(boolean unicode, boolean exactSizes, boolean fullPaths) {
        this.unicode = unicode;
        this.exactSizes = exactSizes;
        this.fullPaths = fullPaths;
    }

    /** {@return the listing of files in any form but JSON, for which they say too little} */
    public Listing<ListedFile> listing() {
        return new Listing<>(
                columns(),
                USUAL,
                EntryView::noJson,
                ListedFile::sha256,
                file -> Optional.of(file.path()));
    }

    private static Map<String, @Nullable Object> noJson(ListedFile file) {
        throw new IllegalStateException("JSON is made of everything that is known of " + file);
    }

    /** {@return the listing of a command whose JSON objects carry this schema} */
    public Listing<CatalogEntry> listing(String schema, HashNames names) {
        EntryJson json = new EntryJson(names);
        return new Listing<>(
                columns().stream().map(one -> one.on(ListedFile::of)).toList(),
                USUAL,
                entry -> withSchema(schema, json.entry(entry)),
                entry -> ListedFile.of(entry).sha256(),
                entry -> Optional.of(entry.file().path()),
                EntryJson.ENTRY_KEYS);
    }

    private static Map<String, @Nullable Object> withSchema(
            String schema, Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("schema", schema);
        whole.putAll(object);
        return whole;
    }

    private List<Column<ListedFile>> columns() {
        return List.of(
                Column.<ListedFile>of("name", this::name).showing(this::markedName).stretching(),
                Column.<ListedFile>of("type", file -> file.type().id()),
                Column.<ListedFile>of("base", file -> file.base().orElse(null)).dropping(2),
                Column.<ListedFile>of("size", ListedFile::size).showing(this::size).flushRight(),
                Column.<ListedFile>of("sha256", file -> file.sha256().orElse(null))
                        .showing(EntryView::shortHash)
                        .dropping(5),
                Column.<ListedFile>of("civitai", file -> file.said().address().orElse(null))
                        .showing(EntryView::said)
                        .dropping(4),
                Column.<ListedFile>of("triggers", EntryView::triggers).dropping(6),
                Column.<ListedFile>of("model", file -> file.said().name().orElse(null)).dropping(7),
                Column.<ListedFile>of("precision", file -> file.precision().orElse(null))
                        .dropping(6),
                Column.<ListedFile>of("confidence", file -> file.confidence().id()).dropping(6),
                Column.<ListedFile>of("safety", file -> file.safety().name())
                        .showing(file -> safety(file.safety()))
                        .dropping(3),
                Column.<ListedFile>of("state", file -> file.state().id()).dropping(3),
                Column.<ListedFile>of("category", file -> file.category().id()),
                Column.<ListedFile>of("format", file -> file.format().id()),
                Column.<ListedFile>of("modified", file -> Times.rfc3339(file.modified())),
                Column.<ListedFile>of("path", file -> RawPath.text(file.path())).stretching(),
                Column.<ListedFile>of("tags", ListedFile::tags).dropping(7),
                Column.<ListedFile>of("note", file -> file.note().orElse(null)).dropping(7));
    }

    private String name(ListedFile file) {
        String path = RawPath.text(file.path());
        String root = RawPath.text(file.root());
        // Of texts, which are made once, and not of paths: there are thousands.
        boolean below =
                path.length() > root.length() + 1
                        && path.startsWith(root)
                        && path.startsWith(SEPARATOR, root.length());
        return fullPaths || !below ? path : path.substring(root.length() + 1);
    }

    private Text markedName(ListedFile file) {
        return Mark.of(file).shown(unicode).and(" ").and(shortName(name(file)));
    }

    /** The usual ending says nothing and pushes the version, which does, out of sight. */
    private String shortName(String name) {
        return fullPaths || !name.endsWith(USUAL_ENDING)
                ? name
                : name.substring(0, name.length() - USUAL_ENDING.length());
    }

    private Text size(ListedFile file) {
        return Text.of(exactSizes ? Long.toString(file.size()) : Sizes.of(file.size()));
    }

    private static Text shortHash(ListedFile file) {
        return Text.of(
                file.autov2()
                        .or(file::sha256)
                        .map(hex -> hex.substring(0, Math.min(SHORT_HASH, hex.length())))
                        .orElse("-"));
    }

    static Text safety(Safety.Verdict verdict) {
        return switch (verdict) {
            case CLEAN -> Text.of(Style.DIM, "clean");
            case SUSPICIOUS -> Text.of(Style.YELLOW, "suspicious");
            case UNSCANNABLE -> Text.of(Style.YELLOW, "unscannable");
            case DANGEROUS -> Text.of(Style.RED, "DANGEROUS");
        };
    }

    /** What the provider said, or what is wrong with the file, which matters more. */
    private static Text said(ListedFile file) {
        if (file.state() != FileState.OK) {
            return Text.of(Style.RED, file.state().id().replace('_', ' '));
        }
        return file.said()
                .address()
                .map(Text::of)
                .orElseGet(() -> Text.of(Style.DIM, words(file.said().state())));
    }

    private static String words(Identity.State state) {
        return state == Identity.State.NOT_ASKED ? "-" : state.id().replace('_', ' ');
    }

    private static @Nullable String triggers(ListedFile file) {
        return file.triggerWords().isEmpty() ? null : String.join(", ", file.triggerWords());
    }
}

package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes where a file lies: conditions on {@code file f} and its {@code folder d}. */
final class PlaceSql {
    private static final int MOST_LOOKED_UP = 50;

    private PlaceSql() {}

    static String in(Values values, String folder) {
        String path = folder.replace("%", "%25");
        if (path.startsWith("/")) {
            String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            Places.Range below = Places.Range.below(base.isEmpty() ? "/" : base);
            return "(d.path = %s OR (d.path >= %s AND d.path < %s))"
                    .formatted(values.add(base), values.add(below.from()), values.add(below.to()));
        }
        String inner = path.replaceAll("^/+|/+$", "");
        return "instr(d.path || '/', %s) > 0".formatted(values.add("/" + inner + "/"));
    }

    /** Few paths are looked up in the index; for many, one look at each file is less to do. */
    static String at(Values values, List<Path> paths) {
        List<String> texts = paths.stream().map(PathText::of).toList();
        if (texts.size() > MOST_LOOKED_UP) {
            String all = "(SELECT value FROM json_each(%s))";
            String json = Json.ofTexts(texts);
            return ("(rtrim(d.path, '/') || '/' || f.name IN " + all.formatted(values.add(json)))
                    + (" OR d.path IN " + all.formatted(values.add(json)))
                    + " OR EXISTS (SELECT 1 FROM json_each(%s) p".formatted(values.add(json))
                    + " WHERE substr(d.path, 1, length(p.value) + 1) = p.value || '/'))";
        }
        return paths.isEmpty()
                ? "0"
                : paths.stream()
                        .map(path -> at(values, path))
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static String at(Values values, Path path) {
        String text = Places.text(path);
        Places.Range below = Places.Range.below(text);
        String folders =
                "SELECT id FROM folder WHERE path = %s OR (path >= %s AND path < %s)"
                        .formatted(
                                values.add(text), values.add(below.from()), values.add(below.to()));
        if (path.getParent() == null) {
            return "f.folder IN (" + folders + ")";
        }
        return "(f.folder IN (%s) OR (f.name = %s AND f.folder IN (SELECT id FROM folder WHERE path = %s)))"
                .formatted(
                        folders,
                        values.add(PathText.nameOf(path)),
                        values.add(Places.text(path.getParent())));
    }
}

package dev.assay.core.internal.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlite.Function;
import org.sqlite.core.Codes;

/** What filters need and SQLite has not. */
final class SqlFunctions {
    /**
     * The tools' names for the same two things: ComfyUI and A1111 managers, Civitai Helper, ours.
     */
    private static final List<String> PREVIEWS =
            Stream.of("png", "jpg", "jpeg", "webp", "gif", "mp4")
                    .flatMap(end -> Stream.of(".preview." + end, "." + end))
                    .toList();

    private static final List<String> SIDECARS =
            List.of(".civitai.info", ".metadata.json", ".json", ".cm-info.json", ".txt", ".yaml");

    private SqlFunctions() {}

    static void register(Connection connection) throws SQLException {
        Function.create(connection, "holds", new Holds());
        Function.create(connection, "matches", new Matches());
        Function.create(connection, "row_sum", new Sum());
        Function.create(connection, "has_preview", new Beside(PREVIEWS));
        Function.create(connection, "has_sidecar", new Beside(SIDECARS));
    }

    /** {@code row_sum(value, ...)}: as {@link RowSum#of}; blobs are not used so far. */
    private static final class Sum extends Function {
        @Override
        protected void xFunc() throws SQLException {
            RowSum sum = new RowSum();
            for (int at = 0; at < args(); at++) {
                if (value_type(at) == Codes.SQLITE_INTEGER) {
                    sum.add(value_long(at));
                } else {
                    sum.add(value_text(at));
                }
            }
            result(sum.value());
        }
    }

    /** {@code holds(text, part)}: whether a part, in lower case, is in a text of any case. */
    private static final class Holds extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            boolean holds = text != null && text.toLowerCase(Locale.ROOT).contains(value_text(1));
            result(holds ? 1 : 0);
        }
    }

    /** {@code matches(text, regex)}. */
    private static final class Matches extends Function {
        private Pattern pattern = Pattern.compile("");

        @Override
        protected void xFunc() throws SQLException {
            String regex = value_text(1);
            if (!regex.equals(pattern.pattern())) {
                pattern = Pattern.compile(regex, flags(regex));
            }
            result(pattern.matcher(value_text(0)).find() ? 1 : 0);
        }

        /** ASCII letters are no others, such as the Kelvin sign: as LIKE and the index have it. */
        private static int flags(String regex) {
            boolean ascii = regex.chars().allMatch(character -> character <= 0x7E);
            return Pattern.CASE_INSENSITIVE | (ascii ? 0 : Pattern.UNICODE_CASE);
        }
    }

    /** {@code has_x(folder, name)}: whether a file of one of these endings lies beside another. */
    private static final class Beside extends Function {
        private final List<String> endings;

        Beside(List<String> endings) {
            this.endings = endings;
        }

        @Override
        protected void xFunc() throws SQLException {
            String name = value_text(1);
            int dot = name.lastIndexOf('.');
            String stem = dot < 0 ? name : name.substring(0, dot);
            String folder = value_text(0);
            result(endings.stream().anyMatch(end -> exists(folder, stem + end)) ? 1 : 0);
        }

        private static boolean exists(String folder, String name) {
            Path path = FileRow.pathOf(folder, name);
            return Files.isRegularFile(path);
        }
    }
}

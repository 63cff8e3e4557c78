package dev.assay.core.internal.format;

import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what is often saved under a model's name and is no model, by its first bytes. */
final class NotAModel {

    private static final Pattern LFS_OBJECT = Pattern.compile("oid sha256:([0-9a-f]{64})");
    private static final Pattern LFS_SIZE = Pattern.compile("size ([0-9]{1,19})");
    private static final Pattern JSON_ERROR =
            Pattern.compile("^\\s*\\{\\s*\"(error|errors|message|detail|statusCode|code)\"");

    /** A reply is short; a long JSON is somebody's data. */
    private static final long MAX_ERROR = 1 << 16;

    private NotAModel() {}

    /**
     * What it is instead.
     *
     * @param metadata what its own text says, such as the hash of the file that a pointer stands
     *     for
     */
    record Finding(FileState state, String why, Map<String, String> metadata) {}

    /**
     * Looks at the first bytes.
     *
     * @param start up to a few KiB
     * @param size of the whole file
     */
    static Optional<Finding> find(byte[] start, long size) {
        if (size == 0) {
            return Optional.of(finding(FileState.EMPTY, "HeaderTooSmall: the file has no bytes"));
        }
        if (!startsLikeText(start)) {
            return Optional.empty();
        }
        String text = new String(start, StandardCharsets.UTF_8).stripLeading();
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.startsWith("version https://git-lfs")) {
            return Optional.of(pointer(text));
        }
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return Optional.of(finding(FileState.HTML_PAGE, "a saved web page" + title(text)));
        }
        if (size <= MAX_ERROR && JSON_ERROR.matcher(text).find()) {
            return Optional.of(
                    finding(
                            FileState.API_ERROR,
                            "a saved error reply: " + Text.shortened(text.strip())));
        }
        return Optional.empty();
    }

    /** Spares nearly every model the decoding of its first bytes, which are no text. */
    private static boolean startsLikeText(byte[] start) {
        int at = 0;
        while (at < start.length && Character.isWhitespace(start[at])) {
            at++;
        }
        // Beyond ASCII there are more kinds of white space.
        return at < start.length
                && (start[at] == 'v' || start[at] == '<' || start[at] == '{' || start[at] < 0);
    }

    private static Finding finding(FileState state, String why) {
        return new Finding(state, why, Map.of());
    }

    private static Finding pointer(String text) {
        String object = group(LFS_OBJECT, text);
        String size = group(LFS_SIZE, text);
        return new Finding(
                FileState.LFS_POINTER,
                "a Git LFS pointer to sha256 %s of %s bytes".formatted(object, size),
                Map.of("oid", "sha256:" + object, "size", size));
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    private static String title(String text) {
        Matcher title =
                Pattern.compile("<title>([^<]{1,200})", Pattern.CASE_INSENSITIVE).matcher(text);
        return title.find() ? ": " + Text.shortened(title.group(1).strip()) : "";
    }

    /** {@return a header without anything in it} */
    static Header header(Format format, FileState state, List<String> remarks) {
        return new Header(
                format, state, OptionalLong.empty(), List.of(), Map.of(), List.of(), remarks);
    }
}

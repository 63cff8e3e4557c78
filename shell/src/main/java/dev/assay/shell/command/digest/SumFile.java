package dev.assay.shell.command.digest;

import dev.assay.shell.command.Presence;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.ShellWord;
import dev.assay.shell.run.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of checksums, as {@code sha256sum} writes it, with or without {@code -z}.
 *
 * @param name as it was typed; {@code -} is standard input
 * @param content all of it
 */
record SumFile(String name, Octets content) {
    private static final String STANDARD = "-";
    private static final String NUL = "\0";
    private static final String UTF8_MARK = "\u00ef\u00bb\u00bf";
    private static final Pattern UTF16 =
            Pattern.compile("(\u00ff\u00fe|\u00fe\u00ff|.\0.\0|\0.\0.).*", Pattern.DOTALL);

    /** {@return whether a line is there for people, or for nobody} */
    static boolean isComment(Octets line) {
        return line.chars().isBlank() || line.chars().startsWith("#");
    }

    static SumFile read(Invocation run, String name) {
        String content = Octets.of(bytes(run, name)).chars();
        if (UTF16.matcher(content).matches()) {
            throw utf16(name);
        }
        boolean marked = content.startsWith(UTF8_MARK);
        return new SumFile(
                name, new Octets(marked ? content.substring(UTF8_MARK.length()) : content));
    }

    /** Windows PowerShell writes so what is redirected. */
    private static Failure utf16(String name) {
        return new Failure(
                ErrorCode.BAD_VALUE,
                name + " is UTF-16, and a list of digests is ASCII or UTF-8",
                "Convert it: iconv -f UTF-16 -t UTF-8 "
                        + ShellWord.of(name)
                        + " > NEW; in PowerShell write it with | Out-File -Encoding utf8");
    }

    /** {@return whether its lines end with NUL, which no name holds and no other list has} */
    boolean endsWithNul() {
        return content.chars().contains(NUL);
    }

    List<Octets> lines() {
        Stream<String> lines =
                endsWithNul() ? Arrays.stream(content.chars().split(NUL)) : content.chars().lines();
        return lines.map(Octets::new).toList();
    }

    /**
     * {@return this list, which ends its lines as was said}
     *
     * @param nul whether that was with NUL
     */
    SumFile ending(boolean nul) {
        if (nul == endsWithNul() || content.chars().isEmpty()) {
            return this;
        }
        throw nul
                ? new Failure(
                        ErrorCode.BAD_VALUE,
                        name + " has no line that ends with NUL",
                        "Check it without -z: assay hash -c " + name)
                : new Failure(
                        ErrorCode.BAD_VALUE,
                        name + " has lines that end with NUL",
                        "Check it with -z: assay hash -c -z " + name);
    }

    private static byte[] bytes(Invocation run, String name) {
        try {
            if (name.equals(STANDARD)) {
                return run.input().readAllBytes();
            }
            Path file = run.host().path(name);
            if (Presence.isMissing(file)) {
                throw new Failure(ErrorCode.FILE_MISSING, "no such file: " + name);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Failure(
                    ErrorCode.FILE_UNREADABLE, name + " cannot be read: " + e.getMessage());
        }
    }
}

package dev.assay.shell.render;

import java.util.List;

/** Strings that have fooled terminals, logs or readers somewhere. */
public final class HostileText {
    /** One trick each, written here; other people's collections are read where they are. */
    public static final List<String> STRINGS =
            List.of(
                    "\u001b]0;title\u0007x",
                    "\u001b[31mred\u001b[0m",
                    "\u001b[2J\u001b[H",
                    "\u001b]52;c;Y3VybA==\u0007",
                    "\u001b]8;;http://example.org\u001b\\link\u001b]8;;\u001b\\",
                    "\u001bP$q\"p\u001b\\",
                    "\u001b_Gf=100;AAAA\u001b\\",
                    "\u009b31mC1",
                    "\u009d0;t\u009c",
                    "\u0085next line",
                    "a\nb",
                    "a\r\nb",
                    "over\rwrite",
                    "tab\tbed",
                    "nul\u0000byte",
                    "bell\u0007",
                    "abc\b\b\bxyz",
                    "a\u007fb",
                    "a\u000bb\fc",
                    "\u000e shift \u000f",
                    "\u202egpj.exe",
                    "\u202dlro\u202c",
                    "\u2066isolate\u2069",
                    "\u200e\u200f\u061c",
                    "zero\u200bwidth",
                    "jo\u200diner\u200c",
                    "\ufeffbom",
                    "word\u2060joiner",
                    "soft\u00adhyphen",
                    "a\u2028b\u2029c",
                    "\u180evowel",
                    "inter\ufff9linear\ufffb",
                    "tag\udb40\udc41",
                    "lone\ud800surrogate",
                    "lone\udc00tail",
                    "z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309\u030a\u030balgo",
                    "filler\u3164\u115f\uffa0",
                    "=HYPERLINK(\"http://example.org\")",
                    "| `code` | [a](b) |",
                    "\"quotes\" and \\ slashes",
                    "\uff21\uff22 wide \ud83d\udc68\u200d\ud83d\udc69",
                    "y".repeat(10_000));

    private HostileText() {}

    /** {@return whether a terminal could do more with the text than draw it} */
    public static boolean isSafe(String printed) {
        return printed.codePoints()
                .noneMatch(c ->
                        Character.getType(c) == Character.CONTROL
                                || Character.getType(c) == Character.FORMAT
                                || Character.getType(c) == Character.SURROGATE
                                || c == 0x2028
                                || c == 0x2029);
    }
}

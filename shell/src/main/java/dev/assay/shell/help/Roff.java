package dev.assay.shell.help;

import java.util.List;
import java.util.Locale;

/**
 * A page in the language of {@code man}, as in man(7); what is written is text, never a request.
 */
final class Roff {
    private final StringBuilder page = new StringBuilder();

    Roff(String name, String summary) {
        request("TH \"" + name.toUpperCase(Locale.ROOT) + "\" 1 \"\" \"Assay\" \"Assay manual\"");
        section("NAME");
        String plain = summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary;
        line(escape(name) + " \\- " + escape(plain));
    }

    Roff section(String title) {
        request("SH \"" + title + "\"");
        return this;
    }

    Roff bold(String text) {
        line("\\fB" + escape(text) + "\\fR");
        return this;
    }

    Roff text(String text) {
        line(text(escape(text), true));
        return this;
    }

    Roff paragraph(String text) {
        request("PP");
        return text(text);
    }

    /** A term with what it means. */
    Roff item(String term, String meaning) {
        request("TP");
        return bold(term).text(meaning);
    }

    /** Lines that are shown as they are. */
    Roff verbatim(List<String> lines) {
        request("nf");
        lines.forEach(this::text);
        request("fi");
        return this;
    }

    private void request(String request) {
        line("." + request);
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    /** A line that begins with a dot or an apostrophe would be a request. */
    private static String text(String escaped, boolean start) {
        boolean request = start && (escaped.startsWith(".") || escaped.startsWith("'"));
        return request ? "\\&" + escaped : escaped;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}

package dev.assay.provider.civitai;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Descriptions are HTML that strangers wrote; what is kept is the text, with its lines. */
final class PlainText {
    /** The longest recorded description has 60,000 characters. */
    private static final int MAX_HTML = 256 << 10;

    private static final Set<String> LINES =
            Set.of(
                    "p",
                    "div",
                    "br",
                    "li",
                    "tr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "pre",
                    "blockquote",
                    "ul",
                    "ol",
                    "table");

    /** What breaks the line once and not again at its end. */
    private static final Set<String> ONE_BREAK = Set.of("br", "li");

    private static final Set<String> NOT_TEXT = Set.of("script", "style", "template", "iframe");

    private PlainText() {}

    static String of(String html) {
        String start = html.length() > MAX_HTML ? html.substring(0, MAX_HTML) : html;
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, Jsoup.parseBodyFragment(start).body());
        return lines.text();
    }

    /** Collects text nodes, and breaks the line at blocks. */
    private static final class Lines implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case TextNode words when !isHidden(words) -> text.append(words.text());
                case Element element when element.normalName().equals("li") -> text.append("\n- ");
                case Element element when LINES.contains(element.normalName()) -> text.append('\n');
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element
                    && LINES.contains(element.normalName())
                    && !ONE_BREAK.contains(element.normalName())) {
                text.append('\n');
            }
        }

        private static boolean isHidden(TextNode words) {
            Element parent = words.parent();
            return parent != null && NOT_TEXT.contains(parent.normalName());
        }

        String text() {
            return text.toString()
                    .replace('\u00a0', ' ')
                    .replaceAll("[ \\t]+", " ")
                    .replaceAll(" ?\\n ?", "\n")
                    .replaceAll("\\n{3,}", "\n\n")
                    .replaceAll("(?m)^-\\n+", "- ")
                    .strip();
        }
    }
}

package dev.assay.shell.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown file of this project.
 *
 * @param path relative to the root of the project
 * @param lines its lines
 */
record Document(Path path, List<String> lines) {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern FENCE = Pattern.compile("^ *```.*");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} .+");

    /**
     * A fenced block.
     *
     * @param line where it starts, from 1
     * @param language what stands behind the fence, such as {@code console}
     * @param lines what stands inside
     */
    record Block(int line, String language, List<String> lines) {}

    /** {@return every Markdown file of the project: those at the root and those below docs} */
    static List<Document> all() throws IOException {
        List<Document> all = new ArrayList<>();
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            for (Path file : Stream.concat(top, docs).sorted().toList()) {
                Path path = ROOT.relativize(file);
                if (path.toString().endsWith(".md") && !path.toString().contains("target/")) {
                    all.add(new Document(path, Files.readAllLines(file)));
                }
            }
        }
        return all;
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Optional<Block> open = Optional.empty();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            if (FENCE.matcher(line).matches()) {
                if (open.isPresent()) {
                    blocks.add(open.get());
                    open = Optional.empty();
                } else {
                    String language = line.strip().substring(3).strip();
                    open = Optional.of(new Block(at + 1, language, new ArrayList<>()));
                }
            } else {
                open.ifPresent(block -> block.lines().add(line));
            }
        }
        return blocks;
    }

    /** {@return the text outside of fenced blocks, code spans taken out} */
    List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (FENCE.matcher(line).matches()) {
                inside = !inside;
            } else if (!inside) {
                prose.add(line.replaceAll("`[^`]*`", "``"));
            }
        }
        return prose;
    }

    /** {@return the anchors of its headings, as the usual hosts of Markdown make them} */
    List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            inside ^= FENCE.matcher(line).matches();
            if (!inside && HEADING.matcher(line).matches()) {
                anchors.add(anchor(line.replaceFirst("^#+ ", "")));
            }
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}

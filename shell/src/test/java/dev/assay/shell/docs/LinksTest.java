package dev.assay.shell.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every link of the documentation that stays in this project leads somewhere. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z]+:.*");

    private final Map<Path, Document> documents;

    LinksTest() throws IOException {
        documents =
                Document.all().stream()
                        .collect(Collectors.toMap(Document::path, Function.identity()));
    }

    @Test
    void everyLinkLeadsToAFileAndItsAnchorToAHeading() {
        List<String> dead = new ArrayList<>();
        int links = 0;
        for (Document document : documents.values()) {
            for (String line : document.prose()) {
                for (MatchResult link : LINK.matcher(line).results().toList()) {
                    String target = link.group(1);
                    if (!ELSEWHERE.matcher(target).matches()) {
                        links++;
                        if (!leadsSomewhere(document, target)) {
                            dead.add(document.path() + ": " + target);
                        }
                    }
                }
            }
        }

        System.out.printf("%d links in %d documents%n", links, documents.size());
        assertThat(links).isPositive();
        assertThat(dead).isEmpty();
    }

    private boolean leadsSomewhere(Document from, String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path path = file.isEmpty() ? from.path() : relative(from, file);
        if (!Files.exists(Document.ROOT.resolve(path))) {
            return false;
        }
        Document there = documents.get(path);
        return hash < 0 || there != null && there.anchors().contains(target.substring(hash + 1));
    }

    private static Path relative(Document from, String file) {
        Path folder = Document.ROOT.resolve(from.path()).getParent();
        return Document.ROOT.relativize(folder.resolve(file).normalize());
    }
}

package dev.assay.shell.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A token that is used for real, and a search for it in everything that a run leaves behind. */
final class Canary {
    /** Looks like a token and like nothing else on this machine. */
    static final String TOKEN = "c4n4ry0f5h0r35d0n0tl34km3e1e1e1e";

    private static final List<byte[]> SPELLINGS = spellings();

    private final List<String> hits = new ArrayList<>();
    private int searched;

    private static List<byte[]> spellings() {
        byte[] plain = TOKEN.getBytes(StandardCharsets.UTF_8);
        return List.of(
                plain,
                new StringBuilder(TOKEN).reverse().toString().getBytes(StandardCharsets.UTF_8),
                java.util.Base64.getEncoder().withoutPadding().encode(plain),
                TOKEN.getBytes(StandardCharsets.UTF_16LE),
                TOKEN.substring(0, 16).getBytes(StandardCharsets.UTF_8));
    }

    /** Searches one text. */
    void search(String where, String text) {
        search(where, text.getBytes(StandardCharsets.UTF_8));
    }

    void search(String where, byte[] bytes) {
        searched++;
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (byte[] spelling : SPELLINGS) {
            if (text.contains(new String(spelling, StandardCharsets.ISO_8859_1))) {
                hits.add(where);
                return;
            }
        }
    }

    /** Searches every file below a folder, except the one where the token may be. */
    void searchFiles(Path folder, Path allowed) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.equals(allowed)) {
                    search(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
    }

    /** Where it was found. */
    List<String> hits() {
        return List.copyOf(hits);
    }

    /** How many texts and files were searched. */
    int searched() {
        return searched;
    }
}

package dev.assay.shell.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was seen, as a page of the documentation. Compared with the page that is there; written anew
 * with {@code -Dassay.renew=true}.
 */
final class Recording {
    private final Path page;
    private final String home;
    private final StringBuilder text;

    Recording(Path page, Path home, String introduction) {
        this.page = page;
        this.home = home.toString();
        this.text = new StringBuilder(introduction);
    }

    /** Adds what is on the screen now, under a heading and a sentence on it. */
    void add(String heading, String sentence, String screen) {
        text.append("\n## ").append(heading).append("\n\n").append(sentence);
        text.append("\n\n```text\n").append(stable(screen)).append("\n```\n");
    }

    /** What differs from machine to machine and from run to run is made the same. */
    private String stable(String screen) {
        return screen.replace(home, "~")
                .replaceAll(
                        "(?m)^(Hashing  )\\S+ +\\d+%.*$",
                        "$1━━━━━╺───────────────────  24%  3/5  9.6M/40.0M  38.0M/s  ETA 0:01  photo-xl.safetensors^C")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "2026-11-24 18:16")
                .replaceAll("(?m)^Tip: .*$", "Tip: one thing a day that is easily missed")
                .replaceAll("(?m)^(\\[1\\] identify \\S+ --anonymous  )\\D.*$", "$1asking  4 files")
                .replaceAll("\\S+ hashed\\. Stopped", "1.2M hashed. Stopped")
                .replaceAll("\n{4,}", "\n\n");
    }

    void compare() throws IOException {
        if (Boolean.getBoolean("assay.renew")) {
            Files.writeString(page, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(page));
    }
}

package dev.assay.fake.civitai;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;

/** The fake as a program. */
final class ByHand {
    private static final String USAGE =
            """
            usage: java FakeCivitai.java --port N [--load FOLDER]... [--hashes FILE]... [--real-latency]
              --port N        where to listen on 127.0.0.1; 0 takes a free port
              --load FOLDER   recorded answers of the site, *.json
              --hashes FILE   what sha256sum prints: every line becomes a model with that file
              --key KEY       a key that is a user's, beside 'good'
              --real-latency  as slow as the real site\
            """;
    private static final long FIRST_ID = 9_000_000;

    private int port;
    private final List<Path> folders = new ArrayList<>();
    private final List<Path> hashes = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private boolean realLatency;

    private ByHand() {}

    /**
     * What to print, and whether a server is running now.
     *
     * @param running false when the text is the usage
     */
    record Started(String text, boolean running) {}

    /** Starts the fake as the arguments say. */
    static Started run(String[] arguments) throws IOException {
        ByHand options = new ByHand();
        boolean understood = options.read(List.of(arguments).iterator());
        try {
            return understood ? new Started(options.start(), true) : new Started(USAGE, false);
        } catch (BindException e) {
            return new Started(
                    "Port %d is taken; --port 0 finds one".formatted(options.port), false);
        } catch (NoSuchFileException e) {
            return new Started("No such file or folder: " + e.getFile(), false);
        }
    }

    private boolean read(Iterator<String> words) {
        try {
            boolean any = words.hasNext();
            while (words.hasNext()) {
                switch (words.next()) {
                    case "--port" -> port = Integer.parseInt(words.next());
                    case "--load" -> folders.add(Path.of(words.next()));
                    case "--hashes" -> hashes.add(Path.of(words.next()));
                    case "--key" -> keys.add(words.next());
                    case "--real-latency" -> realLatency = true;
                    default -> any = false;
                }
                if (!any) {
                    return false;
                }
            }
            return any;
        } catch (NoSuchElementException | NumberFormatException e) {
            return false;
        }
    }

    private String start() throws IOException {
        @SuppressWarnings("resource") // It runs until the process ends.
        FakeCivitai fake = FakeCivitai.start(port, Clock.systemUTC());
        keys.forEach(fake::accept);
        if (realLatency) {
            fake.latency(Latency.real(1));
        }
        for (Path folder : folders) {
            fake.load(folder);
        }
        long id = FIRST_ID;
        for (Path file : hashes) {
            for (String line : Files.readAllLines(file)) {
                id = addLine(fake, line, id);
            }
        }
        return "%s knows %d files; try: ASSAY_CIVITAI_BASE_URL=%s assay identify --anonymous DIR"
                .formatted(fake.baseUrl(), fake.knownSha256s().size(), fake.baseUrl());
    }

    private static long addLine(FakeCivitai fake, String line, long id) {
        String[] words = line.strip().replaceFirst("^\\\\", "").split("\\s+\\*?", 2);
        if (!words[0].matches("[0-9a-fA-F]{64}")) {
            return id;
        }
        String path = words.length > 1 ? words[1] : words[0] + ".safetensors";
        String name = path.substring(path.lastIndexOf('/') + 1);
        fake.add(
                ModelSpec.model(id)
                        .named(name.replaceFirst("\\.[^.]*$", ""))
                        .ofType(type(name))
                        .version(
                                id,
                                version ->
                                        version.named("v1.0")
                                                .file(words[0], file -> file.with("name", name))));
        return id + 1;
    }

    /** The demo has to show some type; the name is all there is to go by. */
    private static String type(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("vae")) {
            return "VAE";
        }
        if (lower.endsWith(".pt") || lower.contains("embed")) {
            return "TextualInversion";
        }
        return lower.contains("lora") ? "LORA" : "Checkpoint";
    }
}

package dev.assay.core.internal.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A process that writes to a catalog and says what is saved, until it is killed. */
final class Writer {
    private Writer() {}

    /** {@code FILE MODE FROM COUNT}; prints each number once it is saved. */
    public static void main(String[] args) {
        Path file = Path.of(args[0]);
        int from = Integer.parseInt(args[2]);
        int count = Integer.parseInt(args[3]);
        say("opening");
        try (Catalog catalog = Catalog.open(file, Clock.systemUTC(), "1")) {
            say("open");
            ScanSession scan = catalog.scan(Synthetic.ROOT);
            for (int number = from; number < from + count; number++) {
                write(args[1], catalog, scan, number);
                say(Integer.toString(number));
            }
        }
        say("done");
    }

    private static void write(String mode, Catalog catalog, ScanSession scan, int number) {
        switch (mode) {
            case "scan" -> scan.save(Synthetic.entry(number), List.of(number));
            case "identify" -> {
                catalog.saveIdentity(Synthetic.path(number), Samples.found("Model " + number));
                catalog.marks().tag(Synthetic.path(number), "tag" + number);
            }
            default -> throw new IllegalArgumentException(mode);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}

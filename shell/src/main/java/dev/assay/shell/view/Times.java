package dev.assay.shell.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as people read them: local, to the minute. Machines get RFC 3339. */
final class Times {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", java.util.Locale.ROOT);

    private Times() {}

    static String shown(Instant time) {
        return MINUTES.format(time.atZone(ZoneId.systemDefault()));
    }
}

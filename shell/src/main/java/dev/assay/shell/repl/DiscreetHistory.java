package dev.assay.shell.repl;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** A history that what may be a token never enters, neither in memory nor in its file. */
final class DiscreetHistory extends DefaultHistory {
    @Override
    public void add(Instant time, String line) {
        if (!Secrets.mayHoldToken(line)) {
            super.add(time, line);
        }
    }
}

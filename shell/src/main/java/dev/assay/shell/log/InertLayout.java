package dev.assay.shell.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import dev.assay.shell.render.Inert;
import java.util.Locale;

/** One line for each event, whatever a file name or a server put into it; no stack traces. */
final class InertLayout extends LayoutBase<ILoggingEvent> {
    private final boolean dated;

    InertLayout(boolean dated) {
        this.dated = dated;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        String level = event.getLevel().toString().toLowerCase(Locale.ROOT);
        IThrowableProxy thrown = event.getThrowableProxy();
        String cause = thrown == null ? "" : " (" + thrown.getMessage() + ")";
        String line = level + ": " + event.getFormattedMessage() + cause;
        String start = dated ? event.getInstant() + " " : "assay: ";
        return start + Inert.text(line) + "\n";
    }
}

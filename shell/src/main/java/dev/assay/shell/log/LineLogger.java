package dev.assay.shell.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Takes what is as grave as the options want to hear of, and makes a line of it. */
final class LineLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    LineLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return LogOptions.wants(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return LogOptions.wants(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return LogOptions.wants(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return LogOptions.wants(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return LogOptions.wants(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        String text = MessageFormatter.basicArrayFormat(message, arguments);
        LogLines.write(level, thrown == null ? text : text + " (" + thrown.getMessage() + ")");
    }
}

package dev.assay.shell.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;

/**
 * Sets logging up in code: to stderr and, when asked for, to a file. Without it the library would
 * read XML, and print everything to standard output.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {

    /** Made by the logging library. */
    public LogSetup() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.toLevel(LogOptions.level(), Level.WARN));
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setTarget("System.err");
        start(context, root, console, inert(context));
        if (!LogOptions.file().isEmpty()) {
            FileAppender<ILoggingEvent> file = new FileAppender<>();
            file.setFile(LogOptions.file());
            start(context, root, file, dated(context));
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void start(
            LoggerContext context,
            Logger root,
            OutputStreamAppender<ILoggingEvent> appender,
            Encoder<ILoggingEvent> encoder) {
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        root.addAppender(appender);
    }

    private static Encoder<ILoggingEvent> inert(LoggerContext context) {
        InertLayout layout = new InertLayout(false);
        layout.setContext(context);
        layout.start();
        return wrapped(context, layout);
    }

    private static Encoder<ILoggingEvent> dated(LoggerContext context) {
        InertLayout layout = new InertLayout(true);
        layout.setContext(context);
        layout.start();
        return wrapped(context, layout);
    }

    private static Encoder<ILoggingEvent> wrapped(LoggerContext context, InertLayout layout) {
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }
}

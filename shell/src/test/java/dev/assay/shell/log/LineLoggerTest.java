package dev.assay.shell.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

class LineLoggerTest {

    @Test
    void isWhatTheLoggingFacadeFinds() {
        assertThat(LoggerFactory.getLogger("somebody")).isInstanceOf(LineLogger.class);
    }

    @Test
    void makesOneInertLineOfAnEvent() {
        assertThat(LogLines.line(Level.WARN, "a\u001b[31m\nb"))
                .startsWith("warn: a")
                .endsWith("b\n")
                .doesNotContain("\u001b")
                .containsOnlyOnce("\n");
    }
}

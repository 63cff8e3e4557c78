package dev.assay.shell.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleshootingTest {

    @Test
    void hasOneHeadingForEveryErrorAndNoneForAnythingElse() throws IOException {
        List<String> headings =
                Files.readAllLines(Path.of("../docs/troubleshooting.md")).stream()
                        .filter(line -> line.startsWith("## "))
                        .map(line -> line.substring(3).strip())
                        .toList();
        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::id).toList());
    }

    @Test
    void tellsWhatToDoAboutEveryError() {
        assertThat(ErrorCode.values())
                .allSatisfy(code -> assertThat(code.remedy()).isNotBlank().doesNotEndWith("."));
    }

    @Test
    void numbersExitCodesOnce() {
        assertThat(ExitCode.values()).extracting(ExitCode::number).doesNotHaveDuplicates();
    }

    @Test
    void letsTheStrongerCodeWin() {
        assertThat(ExitCode.UNREADABLE.and(ExitCode.NO)).isEqualTo(ExitCode.NO);
        assertThat(ExitCode.OK.and(ExitCode.UNAVAILABLE)).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(ExitCode.CATALOG.and(ExitCode.INTERRUPTED)).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(ExitCode.RATE_LIMITED.and(ExitCode.UNAUTHORISED))
                .isEqualTo(ExitCode.UNAUTHORISED);
    }
}

package dev.assay.shell.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Output;
import dev.assay.shell.render.Screen;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ErrorPrinterTest {
    @Test
    void losesNoWordWhenItBreaksALine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Screen narrow = new Screen(new Output(out), new Screen.Look(true, false, true, 40));

        new ErrorPrinter(narrow, false)
                .print(
                        new Failure(
                                ErrorCode.FOLDER_MISSING,
                                "no such folder: /home/me/models/of/last/year"));

        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(said.lines()).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 40);
        assertThat(said.replaceAll("\\s+", " ").strip())
                .isEqualTo(
                        "assay: no such folder: /home/me/models/of/last/year. Check the spelling,"
                                + " and that the disk is mounted [folder_missing]");
    }
}

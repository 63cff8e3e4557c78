package dev.assay.shell.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static String shown(int width, Consumer<Screen> printing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Output out = new Output(bytes);
        printing.accept(new Screen(out, new Screen.Look(true, false, true, width)));
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void breaksASentenceAtBlanks() {
        assertThat(
                        shown(
                                20,
                                screen ->
                                        screen.sentence(
                                                Style.RED,
                                                "assay: ",
                                                Style.PLAIN,
                                                "one two three four")))
                .isEqualTo("assay: one two three\n       four\n");
    }

    @Test
    void leavesAPathBesideItsLabelHoweverLongItIs() {
        assertThat(
                        shown(
                                20,
                                screen ->
                                        screen.labelled(
                                                "  File   ", Style.PLAIN, "/a/path/that/is/long")))
                .isEqualTo("  File   /a/path/that/is/long\n");
    }

    @Test
    void goesOnBelowTheBeginningOfWhatALabelStandsFor() {
        assertThat(
                        shown(
                                20,
                                screen ->
                                        screen.labelled(
                                                "  Tags   ", Style.PLAIN, "anime, style, detail")))
                .isEqualTo("  Tags   anime,\n         style,\n         detail\n");
    }
}

package dev.assay.shell.run;

import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.render.Width;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a failure on stderr: one line for a person, or one JSON object.
 *
 * @param talk where talk goes
 * @param json whether an object is wanted
 */
public record ErrorPrinter(Screen talk, boolean json) {

    /** Prints the failure. */
    public void print(Failure failure) {
        if (json) {
            talk.out().write(Json.compact(object(failure)) + "\n");
        } else {
            line(failure);
        }
        talk.out().flush();
    }

    private void line(Failure failure) {
        String what = failure.message() + (ends(failure.message()) ? " " : ". ");
        String code = "  [" + failure.code().id() + "]";
        String whole = "assay: " + what + failure.remedy() + code;
        if (!talk.look().terminal() || Width.of(talk.inert(whole)) <= talk.look().width()) {
            talk.line(
                    Text.of(Style.RED, "assay: ")
                            .and(what + failure.remedy())
                            .and(Style.DIM, code));
        } else {
            talk.sentence(Style.RED, "assay: ", Style.PLAIN, what.stripTrailing());
            talk.sentence(Style.PLAIN, "       ", Style.PLAIN, failure.remedy() + code);
        }
        failure.pointer().lines().forEach(line -> talk.line("  " + line));
    }

    private static boolean ends(String message) {
        return message.endsWith("?") || message.endsWith(".");
    }

    private static Map<String, Object> object(Failure failure) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("schema", "assay.error/1");
        object.put("code", failure.code().id());
        object.put("exit", failure.code().exit().number());
        object.put("message", failure.message());
        object.put("hint", failure.remedy());
        object.put("details", failure.details());
        return object;
    }
}

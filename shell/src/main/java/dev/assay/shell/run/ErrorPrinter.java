package dev.assay.shell.run;

import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.Screen;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
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
        talk.line(
                Text.of(Style.RED, "assay: ")
                        .and(failure.message())
                        .and(ends(failure.message()) ? " " : ". ")
                        .and(failure.remedy())
                        .and(Style.DIM, "  [" + failure.code().id() + "]"));
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

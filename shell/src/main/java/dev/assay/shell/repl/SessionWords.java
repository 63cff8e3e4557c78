package dev.assay.shell.repl;

import dev.assay.shell.command.Selection;
import dev.assay.shell.render.Screen;
import dev.assay.shell.run.Invocation;
import java.util.List;

/** Words that hold for the lines after them, at the prompt and in a file of lines alike. */
final class SessionWords {
    private final Invocation run;
    private final SetWords settings;

    SessionWords(Invocation run) {
        this.run = run;
        this.settings = new SetWords(run.session());
    }

    /** {@return whether the line was one of these} */
    boolean run(List<String> words, Screen screen) {
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "set" -> settings.set(rest, screen);
            case "unset" -> settings.unset(rest);
            case "use" -> use(rest, screen);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void use(List<String> words, Screen screen) {
        if (words.isEmpty()) {
            List<String> within = run.session().within();
            screen.line(
                    within.isEmpty()
                            ? "Every model counts. For example: use type:lora base:sdxl"
                            : "Only " + String.join(" ", within) + " counts. All again: use off");
            return;
        }
        boolean off = words.size() == 1 && words.getFirst().equals("off");
        if (!off) {
            new Selection(run).check(words);
        }
        run.session().stayWithin(off ? List.of() : words);
    }
}

package dev.assay.shell.command;

import dev.assay.core.model.FileProblem;
import dev.assay.core.model.PluginProblem;
import dev.assay.shell.render.Style;
import dev.assay.shell.run.Invocation;
import java.util.List;

/** Tells on stderr what went wrong without ending the command: what, where, what now. */
public final class Problems {
    private Problems() {}

    /** Tells the trouble with one file. */
    public static void print(Invocation run, FileProblem problem) {
        print(run, problem.path().toString(), problem.message(), problem.remedy());
    }

    /** Tells the trouble with plugins. */
    public static void print(Invocation run, List<PluginProblem> problems) {
        for (PluginProblem problem : problems) {
            String who = "plugin " + problem.plugin();
            print(run, who, problem.message(), problem.remedy());
        }
    }

    private static void print(Invocation run, String where, String what, String now) {
        String words = where + ": " + sentence(what) + " " + now;
        run.talk().sentence(Style.YELLOW, "assay: ", Style.PLAIN, words);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}

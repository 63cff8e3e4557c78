package dev.assay.shell.command;

import dev.assay.core.model.FileProblem;
import dev.assay.core.model.PluginProblem;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Invocation;
import java.util.List;

/** Tells on stderr what went wrong without ending the command: what, where, what now. */
public final class Problems {
    private Problems() {}

    /** Tells the trouble with one file. */
    public static void print(Invocation run, FileProblem problem) {
        run.talk()
                .line(
                        Text.of(Style.YELLOW, "assay: ")
                                .and(problem.path().toString())
                                .and(": " + sentence(problem.message()))
                                .and(" " + problem.remedy()));
    }

    /** Tells the trouble with plugins. */
    public static void print(Invocation run, List<PluginProblem> problems) {
        for (PluginProblem problem : problems) {
            run.talk()
                    .line(
                            Text.of(Style.YELLOW, "assay: plugin ")
                                    .and(problem.plugin())
                                    .and(": " + sentence(problem.message()))
                                    .and(" " + problem.remedy()));
        }
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}

package dev.assay.shell.command;

import dev.assay.core.model.FileProblem;
import dev.assay.core.model.PluginProblem;
import dev.assay.shell.render.Style;
import dev.assay.shell.run.Invocation;
import java.util.List;

/** Tells on stderr what went wrong without ending the command: what, where, what now. */
public final class Problems {
    private static final int MOST = 10;

    private Problems() {}

    /** Tells the trouble with one file. */
    public static void print(Invocation run, FileProblem problem) {
        boolean person = run.talk().look().terminal();
        String where = person ? run.host().shown(problem.path()) : problem.path().toString();
        print(run, where, problem.message(), problem.remedy());
    }

    /**
     * Tells the trouble with files. A person is told of the first few, and how to list the rest.
     *
     * @param rest the command that lists all of them
     */
    public static void printFiles(Invocation run, List<FileProblem> problems, String rest) {
        int most = run.talk().look().terminal() ? MOST : Integer.MAX_VALUE;
        problems.stream().limit(most).forEach(problem -> print(run, problem));
        if (problems.size() > most) {
            run.hint("and %,d more: %s".formatted(problems.size() - most, rest));
        }
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

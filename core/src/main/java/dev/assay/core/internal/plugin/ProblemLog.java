package dev.assay.core.internal.plugin;

import dev.assay.core.model.PluginProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The problems that plugins had, each told once however often it happens, and a bounded number for
 * each plugin. Safe for use from many threads.
 */
public final class ProblemLog implements Consumer<PluginProblem> {
    private static final int MAX_PER_PLUGIN = 20;

    /** Sizes and places, which differ from file to file; not the numbers in a name. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w'-])-?\\d+(?![\\w'-])");

    private final Map<PluginProblem, PluginProblem> problems = new LinkedHashMap<>();

    @Override
    public synchronized void accept(PluginProblem problem) {
        if (of(problem.plugin()).size() < MAX_PER_PLUGIN) {
            problems.putIfAbsent(fault(problem), problem);
        }
    }

    /** {@return what is the same whichever file the fault shows at} */
    private static PluginProblem fault(PluginProblem problem) {
        String words = NUMBER.matcher(problem.message()).replaceAll("#");
        return new PluginProblem(problem.plugin(), words, problem.remedy());
    }

    /** {@return what was told so far, in that order} */
    public synchronized List<PluginProblem> all() {
        return List.copyOf(problems.values());
    }

    /** {@return what was told of one plugin} */
    public synchronized List<PluginProblem> of(String plugin) {
        return problems.values().stream()
                .filter(problem -> problem.plugin().equals(plugin))
                .toList();
    }
}

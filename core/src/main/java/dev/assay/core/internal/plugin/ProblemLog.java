package dev.assay.core.internal.plugin;

import dev.assay.core.model.PluginProblem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The problems that plugins had, each told once however often it happens, and a bounded number for
 * each plugin. Safe for use from many threads.
 */
public final class ProblemLog implements Consumer<PluginProblem> {
    private static final int MAX_PER_PLUGIN = 20;

    private final Set<PluginProblem> problems = new LinkedHashSet<>();

    @Override
    public synchronized void accept(PluginProblem problem) {
        if (of(problem.plugin()).size() < MAX_PER_PLUGIN) {
            problems.add(problem);
        }
    }

    /** {@return what was told so far, in that order} */
    public synchronized List<PluginProblem> all() {
        return List.copyOf(problems);
    }

    /** {@return what was told of one plugin} */
    public synchronized List<PluginProblem> of(String plugin) {
        return problems.stream().filter(problem -> problem.plugin().equals(plugin)).toList();
    }
}

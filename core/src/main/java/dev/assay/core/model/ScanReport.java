package dev.assay.core.model;

import java.util.List;

/**
 * The result of a scan.
 *
 * @param entries every file found, by path; of a scan that was to report the touched ones, those
 * @param problems trouble with single files
 * @param pluginProblems trouble with plugins
 * @param hints what the user may want to know, such as that nothing was looked up for want of a
 *     token
 * @param unanswered providers that were asked and gave no answer, and why; also where something is
 *     known from earlier
 * @param summary the numbers
 * @param cancelled whether the scan was stopped before its end; what is here is kept
 */
public record ScanReport(
        List<CatalogEntry> entries,
        List<FileProblem> problems,
        List<PluginProblem> pluginProblems,
        List<Hint> hints,
        List<Unanswered> unanswered,
        ScanSummary summary,
        boolean cancelled) {

    /** Copies the lists. */
    public ScanReport {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
        pluginProblems = List.copyOf(pluginProblems);
        hints = List.copyOf(hints);
        unanswered = List.copyOf(unanswered);
    }
}

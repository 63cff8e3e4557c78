package dev.assay.shell.command.library;

import dev.assay.core.model.CatalogCheck;
import dev.assay.shell.run.Invocation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a check of the catalog found. */
final class CatalogCheckView {
    private CatalogCheckView() {}

    static void print(Invocation run, CatalogCheck check) {
        Map<String, Integer> rows = new TreeMap<>(check.damagedRows());
        int damaged = rows.values().stream().mapToInt(Integer::intValue).sum();
        new Facts(run, "assay.catalogcheck/1")
                .add(
                        "sound",
                        check.isSound(),
                        check.isSound() ? "yes: every row has its checksum" : "no")
                .add("damaged_rows", rows, damaged == 0 ? "none" : words(rows))
                .add(
                        "structure",
                        check.structure(),
                        check.structure().isEmpty() ? "good" : String.join("; ", check.structure()))
                .print(List.of());
    }

    private static String words(Map<String, Integer> rows) {
        return String.join(
                ", ",
                rows.entrySet().stream()
                        .map(row -> row.getValue() + " of " + row.getKey())
                        .toList());
    }
}

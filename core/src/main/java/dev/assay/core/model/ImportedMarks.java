package dev.assay.core.model;

import java.util.List;

/**
 * What came of reading exported lines.
 *
 * @param taken lines that were taken over
 * @param refused lines that make no sense or name nothing that is known, each with its number
 */
public record ImportedMarks(int taken, List<String> refused) {

    /** Copies the list. */
    public ImportedMarks {
        refused = List.copyOf(refused);
    }
}

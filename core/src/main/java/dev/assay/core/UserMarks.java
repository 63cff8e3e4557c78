package dev.assay.core;

import dev.assay.core.model.FileGroup;
import dev.assay.core.model.ImportedMarks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/**
 * What the user wrote about files: tags and a note. It goes with the bytes and not with the path,
 * so a copy has it too and a renamed file keeps it. Safe for use from many threads; what is written
 * is on the disk when a method returns.
 *
 * @see Library#marks
 */
public final class UserMarks {
    private final Installation installation;

    UserMarks(Installation installation) {
        this.installation = installation;
    }

    /**
     * Gives a file a tag.
     *
     * @param file a file of the catalog
     * @param word any text
     * @return whether the file is in the catalog
     */
    public boolean tag(Path file, String word) {
        return installation.catalog().marks().tag(file, word);
    }

    /**
     * Takes a tag away again.
     *
     * @param file a file of the catalog
     * @param word as it was given
     * @return whether the file is in the catalog
     */
    public boolean untag(Path file, String word) {
        return installation.catalog().marks().untag(file, word);
    }

    /**
     * Sets the remark on a file.
     *
     * @param file a file of the catalog
     * @param text any text; an empty one takes the remark away
     * @return whether the file is in the catalog
     */
    public boolean note(Path file, String text) {
        return installation.catalog().marks().note(file, text);
    }

    /** {@return the tags in use by word, with the files that have each} */
    public List<FileGroup> tags() {
        return installation.catalog().marks().tags();
    }

    /**
     * Writes tags, notes and what a person said of who files are, as one JSON object a line ({@code
     * assay.userdata/1}). A content is named by its SHA-256, or before it has one by its paths.
     *
     * @param out takes the lines, and stays open
     * @return how many lines were written
     * @throws IOException when the writer fails
     */
    public int exportTo(Writer out) throws IOException {
        return installation.catalog().userData().export(out);
    }

    /**
     * Takes exported lines over, all in one transaction. What is there already stays; a line for
     * bytes that no file has yet waits for that file.
     *
     * @param in lines as {@link #exportTo} writes them
     * @return how many were taken, and which were refused and why
     * @throws IOException when the reader fails
     */
    public ImportedMarks importFrom(BufferedReader in) throws IOException {
        return installation.catalog().userData().read(in);
    }
}

package dev.assay.shell.view;

import dev.assay.core.model.ListedFile;
import dev.assay.shell.render.Text;
import java.util.EnumSet;
import java.util.Set;

/** What the line below a list says, counted while its rows go by. */
public final class Shown {
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private long files;
    private long bytes;

    /** Counts a row. */
    public void add(ListedFile file) {
        files++;
        bytes += file.size();
        marks.add(Mark.of(file));
    }

    /** {@return how many rows there were} */
    public long files() {
        return files;
    }

    /** {@return the size of their files together} */
    public long bytes() {
        return bytes;
    }

    /** {@return the line that explains their marks} */
    public Text legend(boolean unicode) {
        return Mark.legend(marks, unicode);
    }
}

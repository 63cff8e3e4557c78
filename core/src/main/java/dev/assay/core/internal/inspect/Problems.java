package dev.assay.core.internal.inspect;

import dev.assay.core.internal.format.Header;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileProblem.Stage;
import dev.assay.core.model.FileState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what a reader remarked into sentences with a next step. */
final class Problems {

    private Problems() {}

    static List<FileProblem> of(Path path, Header header, Optional<ShardedSet> set) {
        List<FileProblem> problems = new ArrayList<>();
        for (String remark : header.remarks()) {
            boolean verdict = problems.isEmpty() && header.state() != FileState.OK;
            problems.add(
                    new FileProblem(
                            path,
                            Stage.HEADER,
                            remark,
                            verdict ? remedy(header.state()) : "Nothing to do; good to know."));
        }
        set.map(ShardedSet::missing)
                .filter(missing -> !missing.isEmpty())
                .ifPresent(missing -> problems.add(lacking(path, missing)));
        return problems;
    }

    private static FileProblem lacking(Path path, List<String> missing) {
        return new FileProblem(
                path,
                Stage.HEADER,
                "%d other shards of this model are not there, the first being '%s'"
                        .formatted(missing.size(), missing.getFirst()),
                "Download the missing shards into the same folder.");
    }

    private static String remedy(FileState state) {
        return switch (state) {
            case OK -> "Nothing to do; good to know.";
            case TRUNCATED -> "Download it again; it is not whole.";
            case MALFORMED -> "Get it again from where it came from, or ask who made it.";
            case LFS_POINTER ->
                    "Run 'git lfs pull' in its repository, or download the file itself.";
            case HTML_PAGE -> "Download it again; the server sent a page, perhaps to log in.";
            case API_ERROR -> "Download it again; the server sent an error instead of the file.";
            case PARTIAL_DOWNLOAD -> "Let the download end, or start it again.";
            case EMPTY -> "Download it again; nothing of it is there.";
            case UNREADABLE -> "Check its permissions and the disk, then scan again.";
            case CHANGING -> "Wait until whatever writes it has ended, then scan again.";
        };
    }
}

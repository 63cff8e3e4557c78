package dev.assay.core.internal.inspect;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.bytes.CountingSource;
import dev.assay.core.internal.bytes.FileSource;
import dev.assay.core.internal.classify.Classifier;
import dev.assay.core.internal.format.Containers;
import dev.assay.core.internal.format.Header;
import dev.assay.core.internal.format.Reading;
import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.Classification;
import dev.assay.core.model.Evidence;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileProblem.Stage;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Safety;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.LoggerFactory;

/**
 * Says what can be said of a file from its header alone: {@code new Inspector().inspect(Path)}
 * gives an {@link Inspection} for every path and never throws for what a file holds or is. It has
 * no state, so one serves all threads; a call reads little more than the header and takes at most a
 * few seconds for the worst of files.
 */
public final class Inspector {

    private static final int MAX_SHOWN = 1 << 16;
    private static final String REPORT =
            "Report it, if you can with the file; it concerns no other file.";

    /**
     * Names the rules that headers are read, classified and judged by. What was said by others is
     * to be said again: raise the number with every release that changes a rule or a list.
     */
    public static final String RULES = "1";

    /** Makes one. */
    public Inspector() {}

    /**
     * Inspects one file.
     *
     * @param path is opened only if it is a regular file, links followed
     */
    public Inspection inspect(Path path) {
        if (!Files.isRegularFile(path)) {
            return unreadable(
                    path,
                    0,
                    Files.exists(path) ? "no regular file" : "the file is not there, or not to us");
        }
        try (FileSource file = FileSource.open(path)) {
            return inspectInPlace(path, file);
        } catch (IOException e) {
            return unreadable(path, 0, reason(e));
        }
    }

    /**
     * Inspects a file that was opened or read already, with a look at what lies beside it.
     *
     * @param path where it lies
     * @param file its bytes
     */
    public Inspection inspectInPlace(Path path, ByteSource file) {
        return inspect(path, file, true);
    }

    /**
     * Inspects bytes that lie elsewhere, without a look at what lies beside them.
     *
     * @param path what they are called; nothing is opened by it
     * @param file the bytes
     */
    public Inspection inspect(Path path, ByteSource file) {
        return inspect(path, file, false);
    }

    /**
     * A bug of ours that one file brings to light must not cost the others.
     *
     * @param inFolder whether it lies in a folder that may be looked at
     */
    private static Inspection inspect(Path path, ByteSource bytes, boolean inFolder) {
        CountingSource file = new CountingSource(bytes);
        try {
            return inspect(path, file, inFolder ? ShardedSet.of(path) : Optional.empty(), inFolder);
        } catch (IOException e) {
            return unreadable(path, file.size(), reason(e));
        } catch (RuntimeException | StackOverflowError e) {
            LoggerFactory.getLogger(Inspector.class)
                    .error("Reading the header of {} failed", path, e);
            return unreadable(path, file.size(), "a bug of Assay's: " + e, REPORT);
        }
    }

    private static Inspection inspect(
            Path path, CountingSource file, Optional<ShardedSet> set, boolean inFolder)
            throws IOException {
        Reading reading = Containers.read(file, name(path));
        Header header = inFolder ? downloading(path, reading.header()) : reading.header();
        return new Inspection(
                path,
                file.size(),
                header.format(),
                header.state(),
                header.payloadOffset(),
                set.map(it -> classify(it, header, path))
                        .orElseGet(() -> Classifier.classify(header, path)),
                reading.safety(),
                shown(header.metadata()),
                Problems.of(path, header, set),
                file.bytesRead());
    }

    /** aria2 keeps a control file beside what it has not finished. */
    private static Header downloading(Path path, Header header) {
        boolean unfinished = Files.exists(PathText.beside(path, ".aria2"));
        return unfinished && header.state() != FileState.PARTIAL_DOWNLOAD
                ? header.as(
                        FileState.PARTIAL_DOWNLOAD,
                        "a control file of aria2 lies beside it: the download has not ended")
                : header;
    }

    /** What the set is, and how much of it this file holds. */
    private static Classification classify(ShardedSet set, Header header, Path path) {
        Classification whole = Classifier.classify(set.merged(header), path);
        Classification own = Classifier.classify(header, path);
        List<Evidence> evidence = new ArrayList<>(whole.evidence());
        evidence.add(
                new Evidence(
                        Evidence.Source.TENSORS,
                        "sharded-set",
                        "classified together with %d other shards".formatted(set.others().size())));
        return new Classification(
                whole.type(),
                whole.base(),
                whole.bases(),
                whole.variant(),
                own.precision(),
                own.parameters(),
                own.tensors(),
                whole.adapter(),
                whole.triggerWords(),
                whole.training(),
                whole.confidence(),
                evidence,
                whole.nearMisses(),
                whole.conflicts());
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static Map<String, String> shown(Map<String, String> metadata) {
        Map<String, String> shown = new HashMap<>();
        metadata.forEach((key, value) ->
                shown.put(
                        key, value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN)));
        return shown;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "the file is not there any more";
            case AccessDeniedException _ -> "permission to read it was refused";
            case FileSystemException f -> f.getReason() == null ? f.toString() : f.getReason();
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    /**
     * {@return what can be said of a file that could not be read}
     *
     * @param why in a few words, without the file's name
     */
    public static Inspection unreadable(Path path, long size, String why) {
        return unreadable(path, size, why, "Check its permissions and the disk, then scan again.");
    }

    private static Inspection unreadable(Path path, long size, String why, String remedy) {
        return new Inspection(
                path,
                size,
                Format.UNKNOWN,
                FileState.UNREADABLE,
                OptionalLong.empty(),
                Classification.unknown(),
                new Safety(Safety.Verdict.UNSCANNABLE, List.of(), List.of(why), Containers.rules()),
                Map.of(),
                List.of(new FileProblem(path, Stage.HEADER, why, remedy)),
                0);
    }
}

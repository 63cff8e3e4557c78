package dev.assay.core;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.hash.FileHashes;
import dev.assay.core.internal.hash.HashJob;
import dev.assay.core.internal.hash.Hashing;
import dev.assay.core.model.Cancellation;
import dev.assay.core.model.Classification;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileReport;
import dev.assay.core.model.FileState;
import dev.assay.core.model.HashOutcome;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.RemoteFile;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts together what a header and the digests say of one file. */
final class Examination {
    private static final String NOT_READ = "the file could not be read";

    private final Installation installation;
    private final List<HashId> hashes;

    Examination(Installation installation, List<HashId> hashes) {
        this.installation = installation;
        this.hashes = hashes;
        installation.plugins().hashes().require(hashes);
    }

    FileReport of(Path file) {
        Inspection inspection = installation.inspector().inspect(file);
        if (hashes.isEmpty() || inspection.state() == FileState.UNREADABLE) {
            return report(file.toString(), inspection, List.of(), List.of());
        }
        FileHashes done = installation.hashing().hash(job(inspection), new Cancellation(), _ -> {});
        return report(
                file.toString(), inspection, done.outcomes(), done.problem().stream().toList());
    }

    FileReport of(RemoteFile file) {
        ByteSource source = new RemoteBytes(file);
        Inspection inspection = installation.inspector().inspect(pathOf(file.name()), source);
        if (hashes.isEmpty() || inspection.state() == FileState.UNREADABLE) {
            return report(file.name(), inspection, List.of(), List.of());
        }
        Hashing hashing = installation.hashing();
        FileHashes done = hashing.hash(source, job(inspection), new Cancellation());
        return report(file.name(), inspection, done.outcomes(), done.problem().stream().toList());
    }

    /** The parts of an address that a file system takes; nothing is opened by it. */
    private static Path pathOf(String name) {
        try {
            return Path.of(name.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "/"));
        } catch (InvalidPathException e) {
            return Path.of("file");
        }
    }

    private HashJob job(Inspection inspection) {
        return new HashJob(
                        inspection.path(),
                        inspection.facts(),
                        hashes,
                        Workload.of(inspection.size()))
                .digestsOnly();
    }

    private FileReport report(
            String name,
            Inspection inspection,
            List<HashOutcome> outcomes,
            List<FileProblem> trouble) {
        Classification found = inspection.classification();
        List<String> problems = new ArrayList<>();
        inspection.problems().forEach(problem -> problems.add(problem.message()));
        trouble.forEach(problem -> problems.add(problem.message()));
        Map<String, String> digests = new TreeMap<>();
        Map<String, String> missing = new TreeMap<>();
        hashes.forEach(id -> missing.put(id.value(), NOT_READ));
        for (HashOutcome outcome : outcomes) {
            put(outcome, digests, missing);
        }
        return new FileReport(
                name,
                inspection.size(),
                inspection.format().id(),
                inspection.state().id(),
                found.type().id(),
                found.base().orElse(""),
                found.bases(),
                found.precision().orElse(""),
                found.parameters().orElse(-1),
                found.confidence().id(),
                inspection.safety().verdict().name(),
                inspection.safety().imports(),
                digests,
                missing,
                problems);
    }

    private static void put(
            HashOutcome outcome, Map<String, String> digests, Map<String, String> missing) {
        String id = outcome.id().value();
        switch (outcome) {
            case HashOutcome.Computed it -> {
                missing.remove(id);
                digests.put(id, it.digest().hex());
            }
            case HashOutcome.Undefined it -> missing.put(id, it.reason());
            case HashOutcome.Failed it -> missing.put(id, it.reason());
        }
    }

    /** A remote file as the readers see it. */
    private record RemoteBytes(RemoteFile file) implements ByteSource {

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            int wanted = Math.clamp(size() - position, 0, length);
            ByteBuffer buffer = ByteBuffer.wrap(into, offset, wanted);
            while (buffer.hasRemaining()) {
                if (file.read(position + buffer.position() - offset, buffer) <= 0) {
                    break;
                }
            }
            return buffer.position() - offset;
        }
    }
}

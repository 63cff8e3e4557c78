package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.BoundedSource;
import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.bytes.ReadBudget;
import dev.assay.core.internal.pickle.Findings;
import dev.assay.core.internal.pickle.ImportRules;
import dev.assay.core.internal.pickle.PickleBudget;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Tells a file's container by its bytes and hands it to the reader of that container. */
public final class Containers {

    /** How many bytes tell safetensors: the length of the header, and its first character. */
    public static final int SAFETENSORS_START = 9;

    private static final int START = 4096;

    private static final Set<String> PARTIAL =
            Set.of(
                    "part",
                    "partial",
                    "crdownload",
                    "download",
                    "aria2",
                    "tmp",
                    "incomplete",
                    "!ut");

    private static final Set<String> MODELS =
            Set.of(
                    "safetensors",
                    "sft",
                    "gguf",
                    "ckpt",
                    "pt",
                    "pth",
                    "bin",
                    "pkl",
                    "pickle",
                    "onnx",
                    "h5",
                    "npy",
                    "npz");

    private final ByteSource file;
    private final String extension;
    private final byte[] start;
    private final Findings findings = new Findings();
    private final ReadBudget readBudget = new ReadBudget();
    private final PickleBudget pickleBudget = new PickleBudget(readBudget);
    private final ContentScanner content = new ContentScanner(readBudget, pickleBudget);

    private Containers(ByteSource file, String name) throws IOException {
        this.file = new BoundedSource(file, readBudget::takeRead);
        this.extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        this.start = this.file.bytes(0, START);
    }

    /**
     * Reads what a file holds. Throws only what the source throws.
     *
     * @param name the file's own name: it tells a partial download and explains what is broken, but
     *     never decides what the file is
     */
    public static Reading read(ByteSource file, String name) throws IOException {
        Containers containers = new Containers(file, name);
        Header header =
                containers.explained(containers.partial(containers.bounded(containers.header())));
        return new Reading(header, containers.findings.safety(rules()));
    }

    /**
     * {@return where the tensor data starts behind these first bytes, if they begin a safetensors
     * file}
     *
     * @param start the first {@link #SAFETENSORS_START} bytes, fewer of a shorter file
     */
    public static OptionalLong safetensorsPayload(byte[] start) {
        return !Magic.zip(start) && SafetensorsReader.matches(start, Long.MAX_VALUE)
                ? OptionalLong.of(SafetensorsReader.payload(start))
                : OptionalLong.empty();
    }

    /** {@return the date of the lists that verdicts rest on} */
    public static String rules() {
        return ImportRules.shipped().date();
    }

    private Header header() throws IOException {
        Optional<NotAModel.Finding> other = NotAModel.find(start, file.size());
        if (other.isPresent()) {
            findings.add(Verdict.UNSCANNABLE, other.get().why());
            return notAModel(other.get());
        }
        if (GgufReader.matches(start)) {
            return structured(GgufReader.read(file));
        }
        if (Magic.zip(start)) {
            return ZipReader.read(file, content, findings);
        }
        if (Magic.legacyTorch(start)) {
            return LegacyTorchReader.read(file, content, findings);
        }
        if (Magic.numpy(start)) {
            return NumpyReader.read(file, content, findings);
        }
        if (Magic.tar(start)) {
            return TarReader.read(file, content, findings);
        }
        return unread().orElseGet(this::nothing);
    }

    /** What is recognised by less certain signs, or not looked into. */
    private Optional<Header> unread() throws IOException {
        if (Magic.hdf5(start)) {
            return Optional.of(recognised(Format.HDF5));
        }
        if (Magic.ggml(start)) {
            return Optional.of(recognised(Format.GGML));
        }
        if (SafetensorsReader.matches(start, file.size())) {
            return Optional.of(safetensors());
        }
        if (Magic.pickle(start)) {
            return PickleReader.read(file, true, content, findings);
        }
        if (Zeros.only(file)) {
            String why = "nothing but zeros; a download may have reserved its space and stopped";
            findings.add(Verdict.UNSCANNABLE, why);
            return Optional.of(NotAModel.header(Format.UNKNOWN, FileState.EMPTY, List.of(why)));
        }
        if (Magic.gzip(start) || Magic.zlib(start) || Magic.foreign(start).isPresent()) {
            content.scan(file, 0, findings);
            return Optional.of(NotAModel.header(Format.ARCHIVE, FileState.OK, List.of()));
        }
        if (Magic.onnx(start)) {
            return Optional.of(recognised(Format.ONNX));
        }
        if (SafetensorsReader.resembles(start) || isNamed("safetensors") || isNamed("sft")) {
            return Optional.of(structured(SafetensorsReader.read(file)));
        }
        return PickleReader.read(file, false, content, findings);
    }

    private Header recognised(Format format) {
        findings.add(Verdict.UNSCANNABLE, "recognised by its first bytes, and not read further");
        return NotAModel.header(format, FileState.OK, List.of());
    }

    private Header safetensors() throws IOException {
        Header header = structured(SafetensorsReader.read(file));
        if (!Polyglot.isZipToo(file, header)) {
            return header;
        }
        String remark = "the tensor data can also be read as a zip";
        findings.add(Verdict.SUSPICIOUS, remark);
        return header.withRemark(remark);
    }

    /** What a limit cut short is never clean, whether or not the reader at hand noticed. */
    private Header bounded(Header header) {
        if (!readBudget.hasEnded() && !pickleBudget.hasEnded()) {
            return header;
        }
        String why = "not read to its end: it takes more work than is spent on one file";
        if (findings.verdict().compareTo(Verdict.UNSCANNABLE) < 0) {
            findings.add(Verdict.UNSCANNABLE, why);
        }
        return readBudget.endedReading() && header.state() == FileState.TRUNCATED
                ? header.as(FileState.MALFORMED, why)
                : header.withRemark(why);
    }

    /** A format without code in it is clean when it is whole. */
    private Header structured(Header header) {
        if (header.state() != FileState.OK) {
            findings.add(
                    Verdict.UNSCANNABLE, "not read to its end: " + header.remarks().getFirst());
        }
        return header;
    }

    private Header nothing() {
        findings.add(Verdict.UNSCANNABLE, "no container that is known here");
        return MODELS.contains(extension)
                ? NotAModel.header(
                        Format.UNKNOWN,
                        FileState.MALFORMED,
                        List.of("named like a model, and of no format that is known here"))
                : NotAModel.header(Format.UNKNOWN, FileState.OK, List.of());
    }

    /** A binary file that passed through something that took it for text is beyond repair. */
    private Header explained(Header header) {
        boolean broken =
                header.state() == FileState.MALFORMED || header.state() == FileState.TRUNCATED;
        return broken && Magic.mangled(start)
                ? header.withRemark(
                        "its bytes were once read as text: those that are no UTF-8 were replaced")
                : header;
    }

    private boolean isNamed(String wanted) {
        return extension.equals(wanted);
    }

    private Header partial(Header header) {
        if (!PARTIAL.contains(extension)) {
            return header;
        }
        return header.as(
                FileState.PARTIAL_DOWNLOAD,
                "the name ends in '." + extension + "', as of a download that has not ended");
    }

    private static Header notAModel(NotAModel.Finding finding) {
        return new Header(
                Format.UNKNOWN,
                finding.state(),
                OptionalLong.empty(),
                List.of(),
                finding.metadata(),
                List.of(),
                List.of(finding.why()));
    }
}

package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.pickle.Findings;
import dev.assay.core.internal.pickle.Node;
import dev.assay.core.internal.pickle.PickleBudget;
import dev.assay.core.internal.pickle.PickleScanner;
import dev.assay.core.internal.pickle.PickleScanner.Pickle;
import dev.assay.core.internal.zip.ZipIndex;
import dev.assay.core.internal.zip.ZipMember;
import dev.assay.core.internal.zip.ZipWalker;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a zip: what torch.save writes since 1.6 (one folder with {@code data.pkl}, and {@code
 * data/N} for the tensors), TorchScript, numpy's npz, or an archive of anything.
 */
final class ZipReader {

    /** What torch reads as raw tensor data and never unpickles. */
    private static final Pattern TENSOR_DATA =
            Pattern.compile("([^/]*/)?(data|tensors|constants)/[0-9]+");

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int EMPTY_ZIP = 22;

    private final ByteSource file;
    private final ContentScanner scanner;
    private final Findings findings;
    private final ZipIndex index;
    private Node root = new Node.Int(0);
    private List<String> imports = List.of();
    private String why = "";

    private ZipReader(ByteSource file, ContentScanner scanner, Findings findings)
            throws IOException {
        this.file = file;
        this.scanner = scanner;
        this.findings = findings;
        this.index = ZipWalker.walk(file);
    }

    /** Reads a zip as a file of its own. */
    static Header read(ByteSource file, ContentScanner scanner, Findings findings)
            throws IOException {
        ZipReader reader = new ZipReader(file, scanner, findings);
        reader.scan(0);
        return reader.header();
    }

    /** Looks for pickles in a zip that lies within something. */
    static void scan(ByteSource file, int depth, ContentScanner scanner, Findings findings)
            throws IOException {
        new ZipReader(file, scanner, findings).scan(depth);
    }

    private void scan(int depth) throws IOException {
        Optional<ZipMember> model = model();
        Set<List<Long>> scanned = new HashSet<>();
        for (ZipMember member : innermostFirst(model)) {
            if (!scanned.add(reading(member))) {
                continue;
            }
            if (model.isPresent() && isTensorData(member)) {
                scanner.scanTensorData(file, member, depth, findings);
            } else if (depth == 0 && member.equals(model.orElse(null))) {
                scanModel(member);
            } else {
                scanner.scanMember(file, member, depth, findings);
            }
        }
        remark();
    }

    /**
     * The model, then what other members may hold before those that hold it: what is judged where
     * it lies least deep need not be judged again.
     */
    private List<ZipMember> innermostFirst(Optional<ZipMember> model) {
        List<ZipMember> members = new ArrayList<>(index.members());
        members.sort(Comparator.comparingLong(ZipMember::room));
        model.ifPresent(first -> {
            members.remove(first);
            members.addFirst(first);
        });
        return members;
    }

    /** An archive may list the same bytes 60,000 times. */
    private static List<Long> reading(ZipMember member) {
        return List.of(
                member.dataStart(),
                member.declared(),
                (long) member.method() << 16 | member.localMethod());
    }

    private void remark() {
        index.oddities().forEach(oddity -> findings.add(Verdict.SUSPICIOUS, oddity));
        if (!index.whole()) {
            findings.add(Verdict.UNSCANNABLE, "the zip was not looked through to its end");
        }
        if (isCut()) {
            findings.add(Verdict.UNSCANNABLE, "the zip has no directory at its end");
        }
        if (isScript()) {
            findings.add(Verdict.SUSPICIOUS, "holds TorchScript code, which loading it runs");
        }
    }

    private boolean isCut() {
        return !index.hasDirectory() && file.size() > EMPTY_ZIP;
    }

    /** The one pickle whose tensors are listed; it is read once, for both purposes. */
    private void scanModel(ZipMember member) throws IOException {
        ByteSource room = file.slice(member.dataStart(), member.room());
        PickleBudget pickleBudget = scanner.pickleBudget();
        if (member.method() != DEFLATED) {
            readModel(member, PickleScanner.over(room, 0, scanner, findings, pickleBudget));
        } else {
            try (InputStream inflated = scanner.inflated(room)) {
                readModel(member, PickleScanner.over(inflated, 0, scanner, findings, pickleBudget));
            }
        }
        boolean usual = member.method() == STORED || member.method() == DEFLATED;
        if (!usual || member.localMethod() != member.method() || member.encrypted()) {
            scanner.scanMember(file, member, 0, findings);
        }
    }

    private void readModel(ZipMember member, PickleScanner pickles) throws IOException {
        Pickle first = pickles.next();
        root = first.root();
        if (!first.stopped()) {
            why = first.why();
            findings.add(Verdict.UNSCANNABLE, why);
        }
        boolean more = first.stopped();
        while (more && pickles.position() < member.inflatedSize() && !pickles.atEnd()) {
            more = pickles.next().stopped();
            findings.add(Verdict.SUSPICIOUS, "more bytes follow the pickle in 'data.pkl'");
        }
        imports = pickles.imports();
    }

    private static boolean isTensorData(ZipMember member) {
        return TENSOR_DATA.matcher(member.name()).matches()
                && TENSOR_DATA.matcher(member.localName()).matches();
    }

    private Optional<ZipMember> model() {
        return index.members().stream()
                .filter(member -> isModel(member.name()) || isModel(member.localName()))
                .findFirst();
    }

    private static boolean isModel(String name) {
        return name.equals("data.pkl") || name.endsWith("/data.pkl");
    }

    private boolean isScript() {
        return index.members().stream()
                .anyMatch(member ->
                        member.name().contains("/code/")
                                || member.name().startsWith("code/")
                                || member.name().endsWith("constants.pkl"));
    }

    private boolean isNumpy() {
        return !index.members().isEmpty()
                && index.members().stream().allMatch(member -> member.name().endsWith(".npy"));
    }

    private Header header() throws IOException {
        List<String> remarks = new ArrayList<>(index.oddities());
        FileState state = FileState.OK;
        if (!why.isEmpty()) {
            remarks.addFirst(why);
            state = FileState.MALFORMED;
        }
        if (isCut()) {
            remarks.addFirst("the zip's directory, which stands at its end, is missing");
            state = FileState.TRUNCATED;
        }
        if (model().isPresent()) {
            Format format = isScript() ? Format.TORCH_SCRIPT : Format.TORCH_ZIP;
            return TorchState.header(format, state, root, imports, remarks);
        }
        List<Tensor> arrays = isNumpy() ? NumpyReader.arrays(file, index) : List.of();
        return new Header(
                isNumpy() ? Format.NUMPY : Format.ARCHIVE,
                state,
                OptionalLong.empty(),
                arrays,
                Map.of(),
                List.of(),
                remarks);
    }
}

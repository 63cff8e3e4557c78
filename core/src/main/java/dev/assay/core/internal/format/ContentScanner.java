package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.BoundedSource;
import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.bytes.Damaged;
import dev.assay.core.internal.bytes.ReadBudget;
import dev.assay.core.internal.pickle.Embedded;
import dev.assay.core.internal.pickle.Findings;
import dev.assay.core.internal.pickle.PickleBudget;
import dev.assay.core.internal.pickle.PickleScanner;
import dev.assay.core.internal.pickle.PickleScanner.Pickle;
import dev.assay.core.internal.zip.InflatedStream;
import dev.assay.core.internal.zip.ZipMember;
import dev.assay.core.model.Safety.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks for pickles in whatever is inside something else: members of archives, byte strings. */
final class ContentScanner implements Embedded {

    private static final int START = 512;
    private static final int MAX_HELD = 8 << 20;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Members that promise to be a pickle. */
    private static final Pattern PICKLE_NAME =
            Pattern.compile("[.](pkl|pickle|pt|pth|ckpt|joblib)$", Pattern.CASE_INSENSITIVE);

    private final ReadBudget readBudget;
    private final PickleBudget pickleBudget;
    private Visits visits = new Visits();

    ContentScanner(ReadBudget readBudget, PickleBudget pickleBudget) {
        this.readBudget = readBudget;
        this.pickleBudget = pickleBudget;
    }

    /** {@return what the file's pickles may still cost} */
    PickleBudget pickleBudget() {
        return pickleBudget;
    }

    /** {@return what a deflated member inflates to, as far as the file may be inflated} */
    InputStream inflated(ByteSource member) {
        return new InflatedStream(member, true, readBudget::takeInflated);
    }

    @Override
    public void scan(ByteSource bytes, int depth, Findings findings) throws IOException {
        scan(bytes, false, depth, findings);
    }

    @Override
    public void scanHeld(byte[] bytes, int depth, Findings findings) throws IOException {
        scanHeld(bytes, false, depth, findings);
    }

    /**
     * Scans what is inside something.
     *
     * @param announced whether it is said to be a pickle, so that what cannot be read is a reason
     */
    private void scan(ByteSource bytes, boolean announced, int depth, Findings findings)
            throws IOException {
        if (depth > MAX_DEPTH) {
            findings.add(Verdict.UNSCANNABLE, "more layers than are scanned");
            return;
        }
        Optional<Verdict> known = visits.verdict(bytes, depth);
        if (known.isPresent()) {
            repeat(known.get(), findings);
            return;
        }
        if (!mayScan(findings)) {
            return;
        }
        byte[] start = bytes.bytes(0, START);
        Optional<String> foreign = Magic.foreign(start);
        if (Magic.zip(start)) {
            scanZip(bytes, depth, findings);
        } else if (Magic.numpy(start)) {
            NumpyReader.scan(bytes, depth, this, findings);
        } else if (Magic.tar(start)) {
            TarReader.scan(bytes, depth, this, findings);
        } else if (Magic.gzip(start) || Magic.zlib(start)) {
            scanPacked(bytes, start, depth, findings);
        } else if (foreign.isPresent()) {
            findings.add(Verdict.UNSCANNABLE, foreign.get() + " within, which is not looked into");
        } else {
            scanPickles(bytes, announced || Magic.pickle(start), depth, findings);
        }
    }

    private boolean mayScan(Findings findings) {
        if (readBudget.takeScan()) {
            return true;
        }
        findings.add(Verdict.UNSCANNABLE, "more members and layers than are scanned");
        return false;
    }

    private static void repeat(Verdict verdict, Findings findings) {
        if (verdict != Verdict.CLEAN) {
            findings.add(verdict, "what several members hold in common was judged once");
        }
    }

    private void scanZip(ByteSource bytes, int depth, Findings findings) throws IOException {
        Findings inner = new Findings();
        ZipReader.scan(bytes, depth, this, inner);
        visits.note(bytes, depth, inner.verdict());
        findings.addAll(inner);
    }

    /** gzip and zlib, whose content is scanned but never vouched for. */
    void scanPacked(ByteSource bytes, byte[] start, int depth, Findings findings)
            throws IOException {
        Findings inner = new Findings();
        long header = Magic.gzip(start) ? gzipHeader(start) : 0;
        ByteSource packed = bytes.slice(header, bytes.size() - header);
        try (InputStream inflated =
                new InflatedStream(packed, header > 0, readBudget::takeInflated)) {
            scanStream(inflated, false, depth + 1, inner);
        }
        if (inner.verdict() == Verdict.DANGEROUS) {
            findings.addAll(inner);
        } else {
            findings.add(Verdict.UNSCANNABLE, "a compressed file, which is not read as a model");
        }
    }

    /** RFC 1952: ten bytes, then what the flags announce. */
    private static int gzipHeader(byte[] start) {
        int at = 10;
        int flags = start.length > 3 ? start[3] : 0;
        if ((flags & 4) != 0 && start.length > 12) {
            at += 2 + (start[10] & 0xff) + ((start[11] & 0xff) << 8);
        }
        if ((flags & 8) != 0) {
            at = afterZero(start, at);
        }
        if ((flags & 16) != 0) {
            at = afterZero(start, at);
        }
        return (flags & 2) != 0 ? at + 2 : at;
    }

    private static int afterZero(byte[] start, int from) {
        int at = from;
        while (at < start.length && start[at] != 0) {
            at++;
        }
        return at + 1;
    }

    /** Scans one member by every way of unpacking it that some reader would take. */
    void scanMember(ByteSource zip, ZipMember member, int depth, Findings findings)
            throws IOException {
        Findings inner = new Findings();
        scanMember(zip, member, member.method(), depth, inner);
        if (member.localMethod() != member.method()) {
            scanMember(zip, member, member.localMethod(), depth, inner);
        }
        if (member.encrypted() && inner.verdict() != Verdict.DANGEROUS) {
            findings.add(
                    Verdict.UNSCANNABLE,
                    "'%s' is marked as encrypted".formatted(Text.shortened(member.name())));
        }
        findings.addAll(inner);
    }

    /**
     * Torch never unpickles tensor data, but other readers of the zip may; numbers rarely match.
     */
    void scanTensorData(ByteSource zip, ZipMember member, int depth, Findings findings)
            throws IOException {
        byte[] start = zip.bytes(member.dataStart(), 4);
        if (Magic.pickle(start) || Magic.zip(start)) {
            Findings inner = new Findings();
            scanMember(zip, member, depth, inner);
            if (inner.verdict() == Verdict.DANGEROUS) {
                findings.addAll(inner);
            }
        }
    }

    private void scanMember(
            ByteSource zip, ZipMember member, int method, int depth, Findings findings)
            throws IOException {
        ByteSource room = zip.slice(member.dataStart(), member.room());
        boolean announced = PICKLE_NAME.matcher(member.name()).find();
        if (method == STORED) {
            scanStored(room, member.declared(), announced, depth, findings);
        } else if (method == DEFLATED) {
            try (InputStream inflated = inflated(room)) {
                scanStream(inflated, announced, depth + 1, findings);
            }
        } else {
            findings.add(
                    Verdict.UNSCANNABLE,
                    "'%s' is packed by method %d, which is not looked into"
                            .formatted(Text.shortened(member.name()), method));
        }
    }

    /** A member may be longer than any header says. */
    private void scanStored(
            ByteSource room, long declared, boolean announced, int depth, Findings findings)
            throws IOException {
        Findings inner = new Findings();
        if (declared > 0) {
            scan(room.slice(0, declared), announced, depth + 1, inner);
        }
        boolean unread = declared == 0 || inner.verdict() == Verdict.UNSCANNABLE;
        if (unread && declared < room.size()) {
            Findings longer = new Findings();
            scan(room, false, depth + 1, longer);
            if (longer.verdict() == Verdict.DANGEROUS) {
                inner.addAll(longer);
            }
        }
        findings.addAll(inner);
    }

    /** What is small is held, so that it can be any container; the rest is read as a pickle. */
    private void scanStream(InputStream stream, boolean announced, int depth, Findings findings)
            throws IOException {
        // An inflater costs as much as another scan.
        if (!mayScan(findings)) {
            return;
        }
        byte[] held = new byte[1 << 13];
        int length = 0;
        try {
            for (int read = 0; read >= 0 && length < MAX_HELD; length += Math.max(read, 0)) {
                if (length == held.length) {
                    held = Arrays.copyOf(held, length * 2);
                }
                read = stream.read(held, length, Math.min(held.length, MAX_HELD) - length);
            }
        } catch (Damaged e) {
            findings.add(Verdict.UNSCANNABLE, e.why());
        }
        if (length < MAX_HELD || Magic.zip(held)) {
            scanHeld(Arrays.copyOf(held, length), announced, depth, findings);
            return;
        }
        InputStream whole =
                new SequenceInputStream(new ByteArrayInputStream(held, 0, length), stream);
        PickleScanner scanner = PickleScanner.over(whole, depth, this, findings, pickleBudget);
        judge(scanner, announced || Magic.pickle(held), findings, findings);
    }

    private void scanHeld(byte[] bytes, boolean announced, int depth, Findings findings)
            throws IOException {
        if (!readBudget.takeHeld(bytes.length)) {
            findings.add(Verdict.UNSCANNABLE, "more layers of packed data than are scanned");
            return;
        }
        Visits outer = visits;
        visits = new Visits();
        try {
            ByteSource source = new BoundedSource(ByteSource.of(bytes), readBudget::takeRead);
            scan(source, announced, depth, findings);
        } finally {
            visits = outer;
            readBudget.giveBack(bytes.length);
        }
    }

    /** Scans what can be nothing but a pickle. */
    void scanPickle(ByteSource bytes, int depth, Findings findings) throws IOException {
        scanPickles(bytes, true, depth, findings);
    }

    private void scanPickles(ByteSource bytes, boolean announced, int depth, Findings findings)
            throws IOException {
        Findings inner = new Findings();
        PickleScanner scanner = PickleScanner.over(bytes, depth, this, inner, pickleBudget);
        judge(scanner, announced, inner, findings);
    }

    /**
     * Reads pickle after pickle.
     *
     * @param announced whether it says that it is a pickle; if not, what cannot be read as one is
     *     taken for something else
     */
    private static void judge(
            PickleScanner scanner, boolean announced, Findings inner, Findings findings)
            throws IOException {
        Pickle pickle = scanner.next();
        while (pickle.stopped() && !scanner.atEnd()) {
            pickle = scanner.next();
        }
        boolean read = pickle.stopped() && !scanner.imports().isEmpty();
        if (announced || read || inner.verdict() == Verdict.DANGEROUS) {
            if (!pickle.stopped()) {
                inner.add(Verdict.UNSCANNABLE, pickle.why());
            }
            if (inner != findings) {
                findings.addAll(inner);
            }
        }
    }
}

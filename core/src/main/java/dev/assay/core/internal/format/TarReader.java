package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteSource;
import dev.assay.core.internal.pickle.Findings;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Safety.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises a tar, among them what torch.save wrote in its first years (members {@code storages},
 * {@code tensors}, {@code pickle}). Its members are searched for what is dangerous, and it is never
 * called clean.
 */
final class TarReader {

    private static final int BLOCK = 512;
    private static final int MAX_MEMBERS = 10_000;

    private TarReader() {}

    static Header read(ByteSource file, ContentScanner content, Findings findings)
            throws IOException {
        List<String> names = scan(file, 0, content, findings);
        boolean torch = names.contains("pickle") && names.contains("storages");
        return NotAModel.header(
                torch ? Format.TORCH_TAR : Format.ARCHIVE,
                FileState.OK,
                torch
                        ? List.of(
                                "a torch file from before 2017, whose tensors are not listed here")
                        : List.of());
    }

    static List<String> scan(ByteSource file, int depth, ContentScanner content, Findings findings)
            throws IOException {
        List<String> names = new ArrayList<>();
        findings.add(Verdict.UNSCANNABLE, "a tar, which is not read as a model");
        long at = 0;
        while (at + BLOCK <= file.size() && names.size() < MAX_MEMBERS) {
            byte[] header = file.bytes(at, BLOCK);
            long size = header.length < BLOCK ? -1 : octal(header);
            if (size < 0 || header[0] == 0) {
                break;
            }
            names.add(name(header));
            content.scan(file.slice(at + BLOCK, size), depth + 1, findings);
            at += BLOCK + (Math.min(size, file.size()) + BLOCK - 1) / BLOCK * BLOCK;
        }
        return names;
    }

    private static String name(byte[] header) {
        String name = new String(header, 0, 100, StandardCharsets.UTF_8);
        int end = name.indexOf(0);
        String whole = end < 0 ? name : name.substring(0, end);
        return whole.startsWith("./") ? whole.substring(2) : whole;
    }

    private static long octal(byte[] header) {
        String digits =
                new String(header, 124, 12, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
        return digits.matches("[0-7]{1,11}") ? Long.parseLong(digits, 8) : -1;
    }
}

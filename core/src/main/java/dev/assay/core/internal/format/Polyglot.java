package dev.assay.core.internal.format;

import dev.assay.core.internal.bytes.ByteSource;
import java.io.IOException;

/** Tells valid files that are also something else. */
final class Polyglot {

    private static final int END_RECORD = 22;

    private Polyglot() {}

    /** {@return whether a zip starts the payload, or ends the file without a comment} */
    static boolean isZipToo(ByteSource file, Header header) throws IOException {
        long payload = header.payloadOffset().orElse(file.size());
        if (file.size() - payload < END_RECORD) {
            return false;
        }
        return Magic.startsWith(file.bytes(payload, 4), "PK\u0003\u0004")
                || Magic.startsWith(file.bytes(file.size() - END_RECORD, 4), "PK\u0005\u0006");
    }
}

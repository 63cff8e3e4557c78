package dev.assay.hash.builtin;

import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.Scope;
import java.util.List;

/**
 * Which bytes the recipes of the ecosystem read.
 *
 * <p>AutoV1 and AutoV3 are what CivitAI's scanner computes (model-scanner, HashTask). The first
 * tool of this kind used the names AutoV1 and AutoV2 for what is {@code head8k} and {@code edges8k}
 * here; no site can answer to those values.
 */
final class Recipes {
    private static final int EDGE = 8 * 1024;
    private static final int MIB = 1024 * 1024;
    private static final int AUTO_V1_LENGTH = 64 * 1024;

    private Recipes() {}

    /** 64 KiB at 1 MiB. A file that ends before 2 MiB has none, though the bytes may be there. */
    static Scope autoV1(FileFacts file) {
        return file.size() < 2L * MIB
                ? new Scope.Undefined("smaller than 2 MiB")
                : Scope.range(MIB, AUTO_V1_LENGTH);
    }

    /** Everything behind the header; kohya's {@code sshs_model_hash}. */
    static Scope payload(FileFacts file) {
        if (!file.format().equals("safetensors")) {
            return new Scope.Undefined("not a safetensors file");
        }
        if (file.payloadOffset().isEmpty()) {
            return new Scope.Undefined("its safetensors header cannot be read");
        }
        long start = file.payloadOffset().getAsLong();
        return Scope.range(start, file.size() - start);
    }

    static Scope head(FileFacts file) {
        return Scope.range(0, Math.min(EDGE, file.size()));
    }

    /** The tail never repeats bytes of the head. */
    static Scope edges(FileFacts file) {
        if (file.size() <= EDGE) {
            return head(file);
        }
        long tail = Math.max(EDGE, file.size() - EDGE);
        return new Scope.Bytes(
                List.of(new Scope.Range(0, EDGE), new Scope.Range(tail, file.size() - tail)));
    }
}

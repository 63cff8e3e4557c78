package dev.assay.core.internal.scan;

import dev.assay.core.internal.format.Containers;
import dev.assay.core.model.Format;
import dev.assay.hash.spi.FileFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.OptionalLong;

/**
 * A stream of unknown length, and what its first bytes tell.
 *
 * @param bytes all of them, the first ones included
 * @param payloadOffset where the tensor data starts; present when it begins as safetensors do
 */
public record OpenedStream(InputStream bytes, OptionalLong payloadOffset) {

    private static final String SAFETENSORS = Format.SAFETENSORS.id();

    /** Reads the first bytes. */
    public static OpenedStream of(InputStream in) throws IOException {
        byte[] start = in.readNBytes(Containers.SAFETENSORS_START);
        InputStream first = new ByteArrayInputStream(start);
        // Behind its end a terminal would wait for more to be typed.
        boolean ended = start.length < Containers.SAFETENSORS_START;
        return new OpenedStream(
                ended ? first : new SequenceInputStream(first, in),
                Containers.safetensorsPayload(start));
    }

    /** {@return what is known of it, were this its length} */
    public FileFacts facts(long length) {
        FileFacts any = FileFacts.ofSize(length);
        if (payloadOffset.isEmpty()) {
            return any;
        }
        long offset = payloadOffset.getAsLong();
        return offset > length
                ? new FileFacts(length, SAFETENSORS, OptionalLong.empty())
                : any.withPayload(SAFETENSORS, offset);
    }
}

package dev.assay.core.internal.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A file, opened until closed, that counts what is read of it. */
public final class FileSource implements ByteSource, AutoCloseable {
    /** Whoever reads a header asks for parts of its first bytes several times. */
    private static final int START = 4096;

    private final FileChannel channel;
    private final long size;
    private byte[] start = {};
    private long bytesRead;

    private FileSource(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    /**
     * Opens a file for reading.
     *
     * @param file a regular file: opening a named pipe would wait for ever
     */
    public static FileSource open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FileSource(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** {@return the size when it was opened} */
    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        int wanted = Math.clamp(size - position, 0, length);
        if (position + wanted > START) {
            return readFile(position, into, offset, wanted);
        }
        if (start.length == 0) {
            byte[] first = new byte[(int) Math.min(START, size)];
            start = Arrays.copyOf(first, readFile(0, first, 0, first.length));
        }
        int there = Math.clamp(start.length - position, 0, wanted);
        System.arraycopy(start, Math.clamp(position, 0, start.length), into, offset, there);
        return there;
    }

    private int readFile(long position, byte[] into, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, length);
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, position + buffer.position() - offset);
            if (read < 0) {
                break;
            }
            bytesRead += read;
        }
        return buffer.position() - offset;
    }

    /** {@return how many bytes were read so far, those read twice counted twice} */
    public long bytesRead() {
        return bytesRead;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

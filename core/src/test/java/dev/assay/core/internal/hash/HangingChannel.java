package dev.assay.core.internal.hash;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A file whose first bytes are all zero and come at once; the others come when the test wants. */
final class HangingChannel extends FileChannel {
    private final long coming;
    private final CountDownLatch answer;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<MemorySegment> hanging = new ConcurrentLinkedQueue<>();

    /**
     * Makes one that hangs behind so many bytes.
     *
     * @param answer lets it come back
     */
    HangingChannel(long coming, CountDownLatch answer) {
        this.coming = coming;
        this.answer = answer;
    }

    void awaitReader() throws InterruptedException {
        reached.await();
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** {@return the memory that reads hang over} */
    Collection<MemorySegment> memory() {
        return hanging;
    }

    @Override
    public int read(ByteBuffer into, long position) {
        if (position + into.remaining() > coming) {
            hanging.add(MemorySegment.ofBuffer(into));
            reached.countDown();
            awaitAnswer();
        }
        int count = into.remaining();
        into.put(new byte[count]);
        return count;
    }

    private void awaitAnswer() {
        boolean waiting = true;
        while (waiting) {
            try {
                answer.await();
                waiting = false;
            } catch (InterruptedException e) {
                // The kernel does not care either.
            }
        }
    }

    @Override
    protected void implCloseChannel() {
        closed.countDown();
    }

    @Override
    public int read(ByteBuffer into) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer from, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long size() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void force(boolean metaData) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}

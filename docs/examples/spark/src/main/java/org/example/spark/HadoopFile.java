package org.example.spark;

import dev.assay.core.model.RemoteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A file of any store that Hadoop knows: s3a, gs, abfs, hdfs, a shared mount. */
final class HadoopFile implements RemoteFile, AutoCloseable {
    private final String name;
    private final long size;
    private final FSDataInputStream in;

    private HadoopFile(String name, long size, FSDataInputStream in) {
        this.name = name;
        this.size = size;
        this.in = in;
    }

    static HadoopFile open(String address) {
        Path path = new Path(address);
        try {
            FileSystem store = path.getFileSystem(new Configuration());
            return new HadoopFile(address, store.getFileStatus(path).getLen(), store.open(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        int count = in.read(position, into.array(), into.arrayOffset() + into.position(), into.remaining());
        into.position(into.position() + Math.max(count, 0));
        return count;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

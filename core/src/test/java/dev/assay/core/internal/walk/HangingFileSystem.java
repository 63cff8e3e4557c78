package dev.assay.core.internal.walk;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * A real file system in which some places do not answer, as those of a dead mount: a call for them
 * returns only when released, and an interrupt does not help.
 */
final class HangingFileSystem extends FileSystem {
    private final FileSystem real;
    private final Set<String> dead;
    private final CountDownLatch released = new CountDownLatch(1);
    private final Provider provider = new Provider();

    HangingFileSystem(FileSystem real, Set<String> deadEndings) {
        this.real = real;
        this.dead = deadEndings;
    }

    /** Lets the calls that hang return. */
    void release() {
        released.countDown();
    }

    private void hangIfDead(Path path) {
        if (dead.stream().noneMatch(end -> path.toString().endsWith("/" + end))) {
            return;
        }
        boolean waiting = true;
        while (waiting) {
            try {
                released.await();
                waiting = false;
            } catch (InterruptedException e) {
                // The kernel would not listen either.
                waiting = true;
            }
        }
    }

    /** A path of this file system that stands for a real one. */
    Path wrap(Path path) {
        InvocationHandler handler =
                (proxy, method, args) ->
                        switch (method.getName()) {
                            case "getFileSystem" -> this;
                            case "hashCode" -> path.hashCode();
                            case "toString" -> path.toString();
                            case "equals" ->
                                    args[0] instanceof Path other && unwrap(other).equals(path);
                            case "compareTo" -> path.compareTo(unwrap((Path) args[0]));
                            default -> {
                                Object[] plain = args == null ? new Object[0] : args.clone();
                                for (int i = 0; i < plain.length; i++) {
                                    plain[i] =
                                            plain[i] instanceof Path one ? unwrap(one) : plain[i];
                                }
                                Object result = method.invoke(path, plain);
                                yield result instanceof Path one ? wrap(one) : result;
                            }
                        };
        return (Path)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Path.class},
                        new Wrapper(path, handler));
    }

    private record Wrapper(Path path, InvocationHandler handler) implements InvocationHandler {
        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] args)
                throws Throwable {
            return handler.invoke(proxy, method, args);
        }
    }

    private static Path unwrap(Path path) {
        return Proxy.isProxyClass(path.getClass())
                        && Proxy.getInvocationHandler(path) instanceof Wrapper wrapper
                ? wrapper.path()
                : path;
    }

    private final class Provider extends FileSystemProvider {
        @Override
        public <A extends BasicFileAttributes> A readAttributes(
                Path path, Class<A> type, LinkOption... options) throws IOException {
            hangIfDead(path);
            return real.provider().readAttributes(unwrap(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
                throws IOException {
            hangIfDead(path);
            return real.provider().readAttributes(unwrap(path), names, options);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(
                Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
            hangIfDead(folder);
            DirectoryStream<Path> entries =
                    real.provider().newDirectoryStream(unwrap(folder), filter);
            return new DirectoryStream<>() {
                @Override
                public Iterator<Path> iterator() {
                    Iterator<Path> each = entries.iterator();
                    return new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return each.hasNext();
                        }

                        @Override
                        public Path next() {
                            return wrap(each.next());
                        }
                    };
                }

                @Override
                public void close() throws IOException {
                    entries.close();
                }
            };
        }

        @Override
        public String getScheme() {
            return "hanging";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path getPath(URI uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void createDirectory(Path folder, FileAttribute<?>... attributes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(Path path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copy(Path from, Path to, CopyOption... options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void move(Path from, Path to, CopyOption... options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isSameFile(Path a, Path b) throws IOException {
            return real.provider().isSameFile(unwrap(a), unwrap(b));
        }

        @Override
        public boolean isHidden(Path path) {
            return false;
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return real.provider().getFileStore(unwrap(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            real.provider().checkAccess(unwrap(path), modes);
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(
                Path path, Class<V> type, LinkOption... options) {
            return real.provider().getFileAttributeView(unwrap(path), type, options);
        }

        @Override
        public void setAttribute(Path path, String name, Object value, LinkOption... options) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return real.getRootDirectories();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return wrap(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        return real.getPathMatcher(pattern);
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * What Maven has no plugin for, between compiling and packing: {@code Prepare TARGET}.
 *
 * <p>The commit that is built goes into a resource beside the classes, for {@code --version}.
 *
 * <p>SQLite's driver unpacks a library of 1 MB into the temporary folder at every start, and starts
 * {@code uname} to learn which; so the one for this machine is unpacked into TARGET/native.
 *
 * <p>The copies of our dependencies in TARGET/lib are made fit for the JVM's AOT cache, in place and
 * under the names they had. Two kinds of classes are left out of that cache, and loaded and verified
 * at every start instead: those of signed jars (Bouncy Castle: 0.2 s a start for the signature of a
 * jar that came from this machine's own repository), and those older than Java 6 (picocli: 85 ms).
 * So signatures are taken off, and old classes get the stack maps that newer ones have; nothing else
 * changes.
 */
final class Prepare {
    private static final ClassFileVersion NEW = ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0);
    private static final int OLDEST_ARCHIVED = ClassFile.JAVA_6_VERSION;
    private static final int MAGIC_AND_MINOR = 6;

    private Prepare() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]);
        tellCommit(target);
        try (Stream<Path> files = Files.list(target.resolve("lib"))) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                if (!isArchivable(jar)) {
                    rewrite(jar);
                }
                if (jar.getFileName().toString().startsWith("sqlite-jdbc-")) {
                    unpackLibrary(jar, target.resolve("native"));
                }
            }
        }
    }

    /** Only written when it is another, so that nothing is packed again for nothing. */
    private static void tellCommit(Path target) throws IOException, InterruptedException {
        Path file = target.resolve("classes/dev/assay/shell/run/commit");
        String commit = commit(target);
        if (Files.notExists(file) || !Files.readString(file).equals(commit)) {
            Files.writeString(file, commit);
        }
    }

    /** Sources that were unpacked from an archive have none. */
    private static String commit(Path target) throws InterruptedException {
        try {
            Process git =
                    new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude=*")
                            .directory(target.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? said.strip() : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        }
    }

    /** Where there is none for this machine, the driver goes on as before. */
    private static void unpackLibrary(Path jar, Path folder) throws IOException {
        String arch = System.getProperty("os.arch").replace("amd64", "x86_64");
        boolean musl = Files.exists(Path.of("/lib/ld-musl-" + arch + ".so.1"));
        String system = System.getProperty("os.name") + (musl ? "-Musl" : "");
        String name = "org/sqlite/native/%s/%s/libsqlitejdbc.so".formatted(system, arch);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry library = zip.getEntry(name);
            if (library != null) {
                Files.createDirectories(folder);
                Files.write(folder.resolve("libsqlitejdbc.so"), bytes(zip, library));
            }
        }
    }

    private static boolean isArchivable(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : entries(zip)) {
                if (isSignature(entry) || isClass(entry) && isOld(header(zip, entry))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static void rewrite(Path jar) throws IOException {
        Path partial = Path.of(jar + ".partial");
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(partial))) {
            ClassFile classFile = classFile(zip);
            for (ZipEntry entry : entries(zip)) {
                if (!isSignature(entry)) {
                    put(out, entry, changed(classFile, entry, bytes(zip, entry)));
                }
            }
        }
        Files.move(partial, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] changed(ClassFile classFile, ZipEntry entry, byte[] bytes)
            throws IOException {
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
            return withoutDigests(bytes);
        }
        return isClass(entry) && isOld(bytes) ? renewed(classFile, bytes) : bytes;
    }

    /** Keeps the main section; the others hold the digests of the signature. */
    private static byte[] withoutDigests(byte[] bytes) throws IOException {
        Manifest manifest = new Manifest(new java.io.ByteArrayInputStream(bytes));
        Manifest kept = new Manifest();
        Attributes main = kept.getMainAttributes();
        main.putAll(manifest.getMainAttributes());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        kept.write(out);
        return out.toByteArray();
    }

    private static byte[] renewed(ClassFile classFile, byte[] bytes) {
        ClassTransform version =
                (builder, element) ->
                        builder.with(element instanceof ClassFileVersion ? NEW : element);
        ClassTransform bodies =
                ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
        return classFile.transformClass(classFile.parse(bytes), version.andThen(bodies));
    }

    /** Stack maps need to know which classes extend which. */
    private static ClassFile classFile(ZipFile zip) {
        ClassHierarchyResolver own =
                ClassHierarchyResolver.ofResourceParsing(
                        type -> {
                            String name = type.descriptorString();
                            ZipEntry entry =
                                    zip.getEntry(name.substring(1, name.length() - 1) + ".class");
                            return entry == null ? null : open(zip, entry);
                        });
        return ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(
                        own.orElse(ClassHierarchyResolver.defaultResolver())));
    }

    private static InputStream open(ZipFile zip, ZipEntry entry) {
        try {
            return zip.getInputStream(entry);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** With the times of the original, so that two builds give the same bytes. */
    private static void put(ZipOutputStream out, ZipEntry from, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(from.getName());
        entry.setTime(from.getTime());
        entry.setMethod(from.getMethod());
        entry.setSize(bytes.length);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }

    private static List<? extends ZipEntry> entries(ZipFile zip) {
        Enumeration<? extends ZipEntry> all = zip.entries();
        return java.util.Collections.list(all);
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static byte[] header(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(MAGIC_AND_MINOR + 2);
        }
    }

    private static boolean isClass(ZipEntry entry) {
        String name = entry.getName();
        return name.endsWith(".class") && !name.endsWith("module-info.class");
    }

    private static boolean isOld(byte[] header) {
        int major = (header[MAGIC_AND_MINOR] & 0xff) << 8 | header[MAGIC_AND_MINOR + 1] & 0xff;
        return major < OLDEST_ARCHIVED;
    }

    private static boolean isSignature(ZipEntry entry) {
        String name = entry.getName().toUpperCase(Locale.ROOT);
        return name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }
}

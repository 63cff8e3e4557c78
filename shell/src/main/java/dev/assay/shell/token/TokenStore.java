package dev.assay.shell.token;

import dev.assay.shell.config.TomlFile;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The file with the stored tokens, readable by its owner only. A file that others can read is not
 * used.
 *
 * @param file where it is
 */
public record TokenStore(Path file) {
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE);

    /**
     * {@return the stored token of a provider}
     *
     * @throws Failure when others could read the file
     */
    public Optional<String> get(String provider) {
        return Optional.ofNullable(all().get(provider));
    }

    /** Stores a token in place of an earlier one. */
    public void set(String provider, String token) {
        Map<String, String> tokens = all();
        tokens.put(provider, token);
        write(tokens);
    }

    /** {@return whether there was a token to forget} */
    public boolean remove(String provider) {
        Map<String, String> tokens = all();
        if (tokens.remove(provider) == null) {
            return false;
        }
        write(tokens);
        return true;
    }

    /** {@return whether somebody else could read the file} */
    public boolean isOpenToOthers() {
        if (!isPosix() || !Files.exists(file)) {
            return false;
        }
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException e) {
            return true;
        }
    }

    /** Takes the file away from others. */
    public void close() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** {@return every stored token by provider} */
    public Map<String, String> all() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        if (isOpenToOthers()) {
            throw new Failure(
                    ErrorCode.TOKEN_FILE_OPEN,
                    file + " can be read by other users of this machine");
        }
        return new TreeMap<>(read());
    }

    /** What a parser says of a line that it cannot read may hold the token: it is not passed on. */
    private Map<String, String> read() {
        try {
            return TomlFile.read(file).values();
        } catch (Failure unreadable) {
            throw new Failure(
                    ErrorCode.BAD_CONFIG,
                    file + " cannot be read as a list of tokens",
                    "Store the token again: assay token set civitai (remove the file first)");
        }
    }

    private void write(Map<String, String> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach((provider, token) ->
                text.append(provider)
                        .append(" = \"")
                        .append(token.replace("\\", "\\\\").replace("\"", "\\\""))
                        .append("\"\n"));
        try {
            Path folder = file.toAbsolutePath().resolveSibling(".").normalize();
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, attribute("rwx------"));
            }
            Path fresh = Files.createTempFile(folder, "tokens", ".new", attribute("rw-------"));
            Files.writeString(fresh, text);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure(ErrorCode.OUTPUT_FAILED, file + " cannot be written: " + e);
        }
    }

    private static FileAttribute<?>[] attribute(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}

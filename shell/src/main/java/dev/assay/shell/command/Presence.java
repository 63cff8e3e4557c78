package dev.assay.shell.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Whether something is there. {@link Files#exists} denies what may not be looked at, and who is
 * told that a file is missing looks for it in the wrong place.
 */
public final class Presence {
    private Presence() {}

    /** {@return whether nothing is there; not when that cannot be told} */
    public static boolean isMissing(Path path) {
        try {
            Files.readAttributes(path, BasicFileAttributes.class);
            return false;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@return whether a drive seems to be away, which may leave an empty mount point} */
    static boolean isAway(Path folder) {
        if (isMissing(folder)) {
            return true;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}

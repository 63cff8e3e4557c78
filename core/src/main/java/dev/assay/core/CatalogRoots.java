package dev.assay.core;

import dev.assay.core.internal.roots.RootDetector;
import dev.assay.core.model.DetectedRoot;
import dev.assay.core.model.Root;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folders that were scanned, and the names the user gave them. Safe for use from many threads;
 * what changes a name is on the disk when it returns.
 *
 * @see Library#roots
 */
public final class CatalogRoots {
    private final Installation installation;

    CatalogRoots(Installation installation) {
        this.installation = installation;
    }

    /** {@return all of them, by path; looks at each folder, so a drive that hangs is waited for} */
    public List<Root> all() {
        return installation.catalog().roots().all();
    }

    /** {@return the folders that have a name, by it; looks at none of them, so it is quick} */
    public Map<String, Path> named() {
        return installation.catalog().roots().named();
    }

    /**
     * Names a folder, which need not have been scanned yet; files known below it belong to it from
     * now on.
     *
     * @param folder the folder
     * @param name lower-case letters, digits, {@code -} and {@code _}, a letter first, up to 32
     * @param layout which program's folder it is; empty for a plain one
     * @throws dev.assay.core.model.CatalogException when the name is another folder's or is no name
     */
    public void add(Path folder, String name, Optional<String> layout) {
        installation.catalog().roots().add(folder, name, layout);
    }

    /**
     * Gives a named root another name.
     *
     * @param from the name as it is
     * @param to what it is to be; as for {@link #add}
     * @return whether there was such a name
     * @throws dev.assay.core.model.CatalogException when the name is another folder's or is no name
     */
    public boolean rename(String from, String to) {
        return installation.catalog().roots().rename(from, to);
    }

    /**
     * Takes a name away. What is known of the files stays.
     *
     * @param name the name
     * @return whether there was such a name
     */
    public boolean remove(String name) {
        return installation.catalog().roots().remove(name);
    }

    /**
     * {@return the model folders of known programs found in these folders and in the usual places
     * below them} Nothing is written, and no catalog is needed.
     *
     * @param places where to look, such as the home folder
     */
    public List<DetectedRoot> detect(List<Path> places) {
        return RootDetector.detect(places);
    }
}

package dev.assay.shell.command.library;

import dev.assay.core.CatalogRoots;
import dev.assay.core.model.DetectedRoot;
import dev.assay.core.query.FilterKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds names for folders that have none yet. */
final class RootNames {
    /** The programs whose folders are known, as detection names them. */
    static final List<String> LAYOUTS =
            List.of("comfyui", "extra", "a1111", "forge", "stability-matrix", "huggingface");

    private static final int LONGEST = 32;

    /** Rows of the last list, saved searches, addresses of models. */
    private static final Set<String> OTHER_SELECTORS =
            Set.of("row", "saved", "civitai", "urn", "http", "https");

    private final CatalogRoots roots;
    private final Map<String, Path> taken;

    RootNames(CatalogRoots roots) {
        this.roots = roots;
        this.taken = new HashMap<>(roots.named());
    }

    static boolean isName(String name) {
        return name.matches("[a-z][a-z0-9_-]{0," + (LONGEST - 1) + "}");
    }

    /** {@return whether a colon after this word makes a selector of another kind} */
    static boolean isTakenByWords(String name) {
        return FilterKey.of(name.replaceFirst("^not-", "")).isPresent()
                || OTHER_SELECTORS.contains(name);
    }

    /** {@return which program's folder it is, when it looks like one} */
    Optional<DetectedRoot> detected(Path folder) {
        List<Path> around = new ArrayList<>(List.of(folder));
        Path parent = folder.getParent();
        if (parent != null) {
            around.add(parent);
        }
        return roots.detect(around).stream().filter(root -> root.path().equals(folder)).findFirst();
    }

    /** {@return a name that is no other folder's, and is this folder's from now on} */
    String free(Path folder, Optional<DetectedRoot> known) {
        String wanted = known.map(DetectedRoot::name).orElseGet(() -> fromPath(folder));
        String name = wanted;
        for (int number = 2; isTaken(name, folder); number++) {
            name = wanted + number;
        }
        taken.put(name, folder);
        return name;
    }

    private boolean isTaken(String name, Path folder) {
        return isTakenByWords(name) || !taken.getOrDefault(name, folder).equals(folder);
    }

    /** Half of all model folders are called "models"; the folder above says more. */
    private static String fromPath(Path folder) {
        String own = plain(folder);
        Path parent = folder.getParent();
        String above = parent == null ? "" : plain(parent);
        String name = own.equals("models") && !above.isEmpty() ? above : own;
        return isName(name) ? name : "root";
    }

    private static String plain(Path folder) {
        String name = String.valueOf(folder.getFileName()).toLowerCase(Locale.ROOT);
        String plain = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^[-0-9]+|-+$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST - 4));
    }
}

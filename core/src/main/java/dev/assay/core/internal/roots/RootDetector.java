package dev.assay.core.internal.roots;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the model folders of programs by what lies in their folders. Writes nothing. */
public final class RootDetector {
    /** Where people unpack these programs. */
    private static final List<String> USUAL =
            List.of(
                    "",
                    "ComfyUI",
                    "comfyui",
                    "ComfyUI_windows_portable/ComfyUI",
                    "stable-diffusion-webui",
                    "stable-diffusion-webui-forge",
                    "stable-diffusion-webui-reForge",
                    "StabilityMatrix",
                    "StabilityMatrix/Data",
                    ".local/share/StabilityMatrix",
                    ".cache/huggingface",
                    ".cache/huggingface/hub");

    private RootDetector() {}

    /**
     * A folder that looks like one with models.
     *
     * @param path the folder to scan
     * @param name a name for it that is free among the others found
     * @param layout whose it is: {@code comfyui, a1111, forge, stability-matrix, huggingface,
     *     extra}
     * @param managed whether another program keeps order in it, so that it is best left alone
     */
    public record Detected(Path path, String name, String layout, boolean managed) {}

    /** {@return what is found in these folders and the usual places below them} */
    public static List<Detected> detect(List<Path> places) {
        Map<Path, Detected> found = new LinkedHashMap<>();
        for (Path place : places) {
            for (String usual : USUAL) {
                look(place.resolve(usual)).forEach(one -> found.putIfAbsent(one.path(), one));
            }
        }
        return named(found.values().stream().toList());
    }

    /** {@return the model folders of the program that lies in this folder} */
    static List<Detected> look(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Detected> found = new ArrayList<>();
        if (isFile(folder, "folder_paths.py") && isFolder(folder, "models")) {
            found.add(new Detected(real(folder.resolve("models")), "comfy", "comfyui", false));
            found.addAll(extra(folder.resolve("extra_model_paths.yaml")));
        } else if (isFolder(folder, "models/Stable-diffusion") && isFile(folder, "webui.py")) {
            String layout = isFolder(folder, "modules_forge") ? "forge" : "a1111";
            found.add(new Detected(real(folder.resolve("models")), layout, layout, false));
            if (isFolder(folder, "embeddings")) {
                found.add(new Detected(real(folder.resolve("embeddings")), layout, layout, false));
            }
        } else if (isFolder(folder, "Models/StableDiffusion") && isFile(folder, "settings.json")) {
            found.add(
                    new Detected(
                            real(folder.resolve("Models")), "matrix", "stability-matrix", false));
        } else if (isHuggingFaceHub(folder)) {
            found.add(new Detected(real(folder), "hf", "huggingface", true));
        }
        return found;
    }

    /** The folders that a ComfyUI shares with other programs. */
    private static List<Detected> extra(Path yaml) {
        return ExtraModelPaths.read(yaml).stream()
                .filter(Files::isDirectory)
                .map(path -> new Detected(real(path), "extra", "extra", false))
                .toList();
    }

    private static boolean isHuggingFaceHub(Path folder) {
        try (DirectoryStream<Path> models = Files.newDirectoryStream(folder, "models--*")) {
            return models.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFile(Path folder, String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    private static boolean isFolder(Path folder, String name) {
        return Files.isDirectory(folder.resolve(name));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Drops what lies within another and gives each a name of its own. */
    private static List<Detected> named(List<Detected> found) {
        List<Detected> named = new ArrayList<>();
        for (Detected one : found) {
            boolean inside =
                    found.stream()
                            .anyMatch(other ->
                                    !other.path().equals(one.path())
                                            && one.path().startsWith(other.path()));
            if (!inside) {
                named.add(
                        new Detected(
                                one.path(), free(one.name(), named), one.layout(), one.managed()));
            }
        }
        return named;
    }

    private static String free(String name, List<Detected> taken) {
        String candidate = name;
        for (int i = 2; isTaken(candidate, taken); i++) {
            candidate = name + i;
        }
        return candidate;
    }

    private static boolean isTaken(String name, List<Detected> taken) {
        return taken.stream().map(Detected::name).anyMatch(name::equals);
    }
}

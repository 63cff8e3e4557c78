package dev.assay.core.internal.roots;

import dev.assay.core.model.DetectedRoot;
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

    /** {@return what is found in these folders and the usual places below them} */
    public static List<DetectedRoot> detect(List<Path> places) {
        Map<Path, DetectedRoot> found = new LinkedHashMap<>();
        for (Path place : places) {
            for (String usual : USUAL) {
                look(place.resolve(usual)).forEach(one -> found.putIfAbsent(one.path(), one));
            }
        }
        return named(found.values().stream().toList());
    }

    /** {@return the model folders of the program that lies in this folder} */
    static List<DetectedRoot> look(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<DetectedRoot> found = new ArrayList<>();
        if (isFile(folder, "folder_paths.py") && isFolder(folder, "models")) {
            found.add(new DetectedRoot(real(folder.resolve("models")), "comfy", "comfyui", false));
            found.addAll(extra(folder.resolve("extra_model_paths.yaml")));
        } else if (isFolder(folder, "models/Stable-diffusion") && isFile(folder, "webui.py")) {
            String layout = isFolder(folder, "modules_forge") ? "forge" : "a1111";
            found.add(new DetectedRoot(real(folder.resolve("models")), layout, layout, false));
            if (isFolder(folder, "embeddings")) {
                found.add(
                        new DetectedRoot(
                                real(folder.resolve("embeddings")), layout, layout, false));
            }
        } else if (isFolder(folder, "Models/StableDiffusion") && isFile(folder, "settings.json")) {
            found.add(
                    new DetectedRoot(
                            real(folder.resolve("Models")), "matrix", "stability-matrix", false));
        } else if (isHuggingFaceHub(folder)) {
            found.add(new DetectedRoot(real(folder), "hf", "huggingface", true));
        }
        return found;
    }

    /** The folders that a ComfyUI shares with other programs. */
    private static List<DetectedRoot> extra(Path yaml) {
        return ExtraModelPaths.read(yaml).stream()
                .filter(Files::isDirectory)
                .map(path -> new DetectedRoot(real(path), "extra", "extra", false))
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
    private static List<DetectedRoot> named(List<DetectedRoot> found) {
        List<DetectedRoot> named = new ArrayList<>();
        for (DetectedRoot one : found) {
            boolean inside =
                    found.stream()
                            .anyMatch(other ->
                                    !other.path().equals(one.path())
                                            && one.path().startsWith(other.path()));
            if (!inside) {
                named.add(
                        new DetectedRoot(
                                one.path(), free(one.name(), named), one.layout(), one.managed()));
            }
        }
        return named;
    }

    private static String free(String name, List<DetectedRoot> taken) {
        String candidate = name;
        for (int i = 2; isTaken(candidate, taken); i++) {
            candidate = name + i;
        }
        return candidate;
    }

    private static boolean isTaken(String name, List<DetectedRoot> taken) {
        return taken.stream().map(DetectedRoot::name).anyMatch(name::equals);
    }
}

package dev.assay.core.internal.classify;

import dev.assay.core.model.ModelType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the folders of ComfyUI, A1111, Forge, StabilityMatrix and InvokeAI are for. The nearest
 * folder with a known name counts; failing that, one below a folder {@code models} whose name
 * contains a known word.
 */
final class FolderTable {

    /** A folder, and what belongs in it. */
    record Folder(String name, ModelType type) {}

    /** Whole names, in lower case and without signs. */
    private static final List<Folder> NAMES =
            List.of(
                    new Folder("checkpoints", ModelType.CHECKPOINT),
                    new Folder("checkpoint", ModelType.CHECKPOINT),
                    new Folder("stablediffusion", ModelType.CHECKPOINT),
                    new Folder("ckpt", ModelType.CHECKPOINT),
                    new Folder("ckpts", ModelType.CHECKPOINT),
                    new Folder("diffusionmodels", ModelType.DIFFUSION_MODEL),
                    new Folder("unet", ModelType.DIFFUSION_MODEL),
                    new Folder("unets", ModelType.DIFFUSION_MODEL),
                    new Folder("vaeapprox", ModelType.VAE_APPROX),
                    new Folder("vae", ModelType.VAE),
                    new Folder("vaes", ModelType.VAE),
                    new Folder("clipvision", ModelType.CLIP_VISION),
                    new Folder("textencoders", ModelType.TEXT_ENCODER),
                    new Folder("textencoder", ModelType.TEXT_ENCODER),
                    new Folder("clip", ModelType.TEXT_ENCODER),
                    new Folder("t2iadapter", ModelType.T2I_ADAPTER),
                    new Folder("ipadapter", ModelType.IP_ADAPTER),
                    new Folder("ipadapters", ModelType.IP_ADAPTER),
                    new Folder("controlnet", ModelType.CONTROLNET),
                    new Folder("controlnets", ModelType.CONTROLNET),
                    new Folder("modelpatches", ModelType.CONTROLNET),
                    new Folder("animatediffmotionlora", ModelType.MOTION_LORA),
                    new Folder("animatediffmodels", ModelType.MOTION_MODULE),
                    new Folder("animatediff", ModelType.MOTION_MODULE),
                    new Folder("lora", ModelType.LORA),
                    new Folder("loras", ModelType.LORA),
                    new Folder("lycoris", ModelType.LORA),
                    new Folder("locon", ModelType.LORA),
                    new Folder("dora", ModelType.LORA),
                    new Folder("embeddings", ModelType.EMBEDDING),
                    new Folder("embedding", ModelType.EMBEDDING),
                    new Folder("textualinversion", ModelType.EMBEDDING),
                    new Folder("hypernetworks", ModelType.HYPERNETWORK),
                    new Folder("hypernetwork", ModelType.HYPERNETWORK),
                    new Folder("upscalemodels", ModelType.UPSCALER),
                    new Folder("upscalers", ModelType.UPSCALER),
                    new Folder("esrgan", ModelType.UPSCALER),
                    new Folder("realesrgan", ModelType.UPSCALER),
                    new Folder("bsrgan", ModelType.UPSCALER),
                    new Folder("swinir", ModelType.UPSCALER),
                    new Folder("scunet", ModelType.UPSCALER),
                    new Folder("dat", ModelType.UPSCALER),
                    new Folder("rgt", ModelType.UPSCALER),
                    new Folder("gfpgan", ModelType.UPSCALER),
                    new Folder("codeformer", ModelType.UPSCALER),
                    new Folder("facerestore", ModelType.UPSCALER),
                    new Folder("facerestoremodels", ModelType.UPSCALER),
                    new Folder("stylemodels", ModelType.STYLE_MODEL),
                    new Folder("ultralytics", ModelType.DETECTION),
                    new Folder("yoloworld", ModelType.DETECTION),
                    new Folder("sams", ModelType.DETECTION),
                    new Folder("insightface", ModelType.DETECTION),
                    new Folder("facedetection", ModelType.DETECTION),
                    new Folder("groundingdino", ModelType.DETECTION),
                    new Folder("depthanything", ModelType.DETECTION),
                    new Folder("llm", ModelType.LLM),
                    new Folder("llms", ModelType.LLM),
                    new Folder("llmgguf", ModelType.LLM));

    /** Parts of names, in this order: {@code clip_vision} is no place for text encoders. */
    private static final List<Folder> PARTS =
            List.of(
                    new Folder("checkpoint", ModelType.CHECKPOINT),
                    new Folder("vaeapprox", ModelType.VAE_APPROX),
                    new Folder("vae", ModelType.VAE),
                    new Folder("clipvision", ModelType.CLIP_VISION),
                    new Folder("textencoder", ModelType.TEXT_ENCODER),
                    new Folder("clip", ModelType.TEXT_ENCODER),
                    new Folder("ipadapter", ModelType.IP_ADAPTER),
                    new Folder("t2iadapter", ModelType.T2I_ADAPTER),
                    new Folder("controlnet", ModelType.CONTROLNET),
                    new Folder("motionlora", ModelType.MOTION_LORA),
                    new Folder("lora", ModelType.LORA),
                    new Folder("embedding", ModelType.EMBEDDING),
                    new Folder("upscale", ModelType.UPSCALER),
                    new Folder("facerestor", ModelType.UPSCALER),
                    new Folder("diffusionmodel", ModelType.DIFFUSION_MODEL),
                    new Folder("unet", ModelType.DIFFUSION_MODEL),
                    new Folder("hypernetwork", ModelType.HYPERNETWORK),
                    new Folder("stylemodel", ModelType.STYLE_MODEL));

    private FolderTable() {}

    /** {@return the folder that says what this file is, as it is written, and what it says} */
    static Optional<Folder> of(Path path) {
        List<String> folders = folders(path);
        return nearest(folders, NAMES, true).or(() -> nearest(belowModels(folders), PARTS, false));
    }

    /** The names of the folders, the nearest first. */
    static List<String> folders(Path path) {
        List<String> folders = new ArrayList<>();
        for (Path at = path.getParent(); at != null; at = at.getParent()) {
            if (at.getFileName() != null) {
                folders.add(at.getFileName().toString());
            }
        }
        return folders;
    }

    private static List<String> belowModels(List<String> folders) {
        int models = folders.stream().map(FolderTable::plain).toList().indexOf("models");
        return models < 0 ? List.of() : folders.subList(0, models);
    }

    private static Optional<Folder> nearest(
            List<String> folders, List<Folder> table, boolean whole) {
        for (String written : folders) {
            String name = plain(written);
            for (Folder folder : table) {
                if (whole ? name.equals(folder.name()) : name.contains(folder.name())) {
                    return Optional.of(new Folder(written, folder.type()));
                }
            }
        }
        return Optional.empty();
    }

    private static String plain(String name) {
        return String.join("", FamilyNames.words(name.toLowerCase(Locale.ROOT)));
    }
}

package dev.assay.core.internal.classify;

import dev.assay.core.model.ModelType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the folders of ComfyUI, A1111, Forge, StabilityMatrix and InvokeAI are for. The nearest
 * folder with a known name counts; failing that, one below a folder {@code models} whose name
 * contains a known word.
 */
final class FolderTable {

    /** A folder, and what belongs in it. */
    record Folder(String name, ModelType type) {}

    /** Whole names, in lower case and without signs. */
    private static final Map<String, ModelType> NAMES =
            Map.ofEntries(
                    Map.entry("checkpoints", ModelType.CHECKPOINT),
                    Map.entry("checkpoint", ModelType.CHECKPOINT),
                    Map.entry("stablediffusion", ModelType.CHECKPOINT),
                    Map.entry("ckpt", ModelType.CHECKPOINT),
                    Map.entry("ckpts", ModelType.CHECKPOINT),
                    Map.entry("diffusionmodels", ModelType.DIFFUSION_MODEL),
                    Map.entry("unet", ModelType.DIFFUSION_MODEL),
                    Map.entry("unets", ModelType.DIFFUSION_MODEL),
                    Map.entry("vaeapprox", ModelType.VAE_APPROX),
                    Map.entry("vae", ModelType.VAE),
                    Map.entry("vaes", ModelType.VAE),
                    Map.entry("clipvision", ModelType.CLIP_VISION),
                    Map.entry("textencoders", ModelType.TEXT_ENCODER),
                    Map.entry("textencoder", ModelType.TEXT_ENCODER),
                    Map.entry("clip", ModelType.TEXT_ENCODER),
                    Map.entry("t2iadapter", ModelType.T2I_ADAPTER),
                    Map.entry("ipadapter", ModelType.IP_ADAPTER),
                    Map.entry("ipadapters", ModelType.IP_ADAPTER),
                    Map.entry("controlnet", ModelType.CONTROLNET),
                    Map.entry("controlnets", ModelType.CONTROLNET),
                    Map.entry("modelpatches", ModelType.CONTROLNET),
                    Map.entry("animatediffmotionlora", ModelType.MOTION_LORA),
                    Map.entry("animatediffmodels", ModelType.MOTION_MODULE),
                    Map.entry("animatediff", ModelType.MOTION_MODULE),
                    Map.entry("lora", ModelType.LORA),
                    Map.entry("loras", ModelType.LORA),
                    Map.entry("lycoris", ModelType.LORA),
                    Map.entry("locon", ModelType.LORA),
                    Map.entry("dora", ModelType.LORA),
                    Map.entry("embeddings", ModelType.EMBEDDING),
                    Map.entry("embedding", ModelType.EMBEDDING),
                    Map.entry("textualinversion", ModelType.EMBEDDING),
                    Map.entry("hypernetworks", ModelType.HYPERNETWORK),
                    Map.entry("hypernetwork", ModelType.HYPERNETWORK),
                    Map.entry("upscalemodels", ModelType.UPSCALER),
                    Map.entry("upscalers", ModelType.UPSCALER),
                    Map.entry("esrgan", ModelType.UPSCALER),
                    Map.entry("realesrgan", ModelType.UPSCALER),
                    Map.entry("bsrgan", ModelType.UPSCALER),
                    Map.entry("swinir", ModelType.UPSCALER),
                    Map.entry("scunet", ModelType.UPSCALER),
                    Map.entry("dat", ModelType.UPSCALER),
                    Map.entry("rgt", ModelType.UPSCALER),
                    Map.entry("gfpgan", ModelType.UPSCALER),
                    Map.entry("codeformer", ModelType.UPSCALER),
                    Map.entry("facerestore", ModelType.UPSCALER),
                    Map.entry("facerestoremodels", ModelType.UPSCALER),
                    Map.entry("stylemodels", ModelType.STYLE_MODEL),
                    Map.entry("ultralytics", ModelType.DETECTION),
                    Map.entry("yoloworld", ModelType.DETECTION),
                    Map.entry("sams", ModelType.DETECTION),
                    Map.entry("insightface", ModelType.DETECTION),
                    Map.entry("facedetection", ModelType.DETECTION),
                    Map.entry("groundingdino", ModelType.DETECTION),
                    Map.entry("depthanything", ModelType.DETECTION),
                    Map.entry("llm", ModelType.LLM),
                    Map.entry("llms", ModelType.LLM),
                    Map.entry("llmgguf", ModelType.LLM));

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
        return nearest(folders, FolderTable::ofWhole)
                .or(() -> nearest(belowModels(folders), FolderTable::ofPart));
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
        int models = folders.stream().map(FamilyNames::plain).toList().indexOf("models");
        return models < 0 ? List.of() : folders.subList(0, models);
    }

    private static Optional<Folder> nearest(
            List<String> folders, Function<String, Optional<ModelType>> table) {
        for (String written : folders) {
            Optional<ModelType> type = table.apply(FamilyNames.plain(written));
            if (type.isPresent()) {
                return Optional.of(new Folder(written, type.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<ModelType> ofWhole(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    private static Optional<ModelType> ofPart(String name) {
        for (Folder part : PARTS) {
            if (name.contains(part.name())) {
                return Optional.of(part.type());
            }
        }
        return Optional.empty();
    }
}

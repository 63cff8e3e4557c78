package dev.assay.core.internal.classify;

import dev.assay.core.model.ModelType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the usual words in a file name say of its type; the last thing to go by. */
final class NameTable {

    /** A pattern is asked only of names that hold one of these: most hold none of any word. */
    private record Word(List<String> signs, Pattern pattern, ModelType type) {
        static Word of(String signs, String pattern, ModelType type) {
            return new Word(
                    List.of(signs.split(" ", -1)),
                    Pattern.compile(pattern, Pattern.CASE_INSENSITIVE),
                    type);
        }

        boolean isIn(String name, String lower) {
            for (String sign : signs) {
                if (lower.contains(sign)) {
                    return pattern.matcher(name).find();
                }
            }
            return false;
        }
    }

    /** In this order. */
    private static final List<Word> TABLE =
            List.of(
                    Word.of("adapter", "ip[-_]?adapter", ModelType.IP_ADAPTER),
                    Word.of("adapter", "t2i[-_]?adapter", ModelType.T2I_ADAPTER),
                    Word.of("lora", "motion[-_]?lora", ModelType.MOTION_LORA),
                    Word.of("lora", "control[-_]?lora", ModelType.CONTROL_LORA),
                    Word.of("control", "control[-_]?net|control_v1", ModelType.CONTROLNET),
                    Word.of(
                            "mm animatediff",
                            "(^|[-_. ])mm[-_]sd|animatediff",
                            ModelType.MOTION_MODULE),
                    Word.of("clip", "clip[-_]?vision", ModelType.CLIP_VISION),
                    Word.of(
                            "clip t5 encoder",
                            "(^|[-_. ])(clip[-_]?[lgh]|u?mt5|t5[-_]?xxl|t5)([-_. ]|$)|text[-_]?encoder",
                            ModelType.TEXT_ENCODER),
                    Word.of(
                            "tae approx",
                            "(^|[-_. ])tae(sd|f|hv)|vae[-_]?approx",
                            ModelType.VAE_APPROX),
                    Word.of("vae", "(^|[-_. ])vae([-_. ]|$)", ModelType.VAE),
                    Word.of("lo ly", "lora|lycoris|locon|loha|lokr", ModelType.LORA),
                    Word.of("hyper", "hypernet", ModelType.HYPERNETWORK),
                    Word.of(
                            "embedding inversion",
                            "embedding|textual[-_]?inversion",
                            ModelType.EMBEDDING),
                    Word.of(
                            "x upscal gan swinir",
                            "(^|[-_. ])[1248]x[-_ ]|[-_ ]x[248]([-_. ]|$)|upscal|esrgan|swinir|gfpgan",
                            ModelType.UPSCALER),
                    Word.of(
                            "yolo sam dino",
                            "(^|[-_. ])(yolo|sam[-_]vit|sam_hq|grounding[-_]?dino)",
                            ModelType.DETECTION));

    private NameTable() {}

    /** {@return what this file name says} */
    static Optional<ModelType> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Word word : TABLE) {
            if (word.isIn(name, lower)) {
                return Optional.of(word.type());
            }
        }
        return Optional.empty();
    }
}

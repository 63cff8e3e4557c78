package dev.assay.core.internal.classify;

import dev.assay.core.model.ModelType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the usual words in a file name say of its type; the last thing to go by. */
final class NameTable {

    private record Word(Pattern pattern, ModelType type) {
        static Word of(String pattern, ModelType type) {
            return new Word(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), type);
        }
    }

    /** In this order. */
    private static final List<Word> TABLE =
            List.of(
                    Word.of("ip[-_]?adapter", ModelType.IP_ADAPTER),
                    Word.of("t2i[-_]?adapter", ModelType.T2I_ADAPTER),
                    Word.of("motion[-_]?lora", ModelType.MOTION_LORA),
                    Word.of("control[-_]?lora", ModelType.CONTROL_LORA),
                    Word.of("control[-_]?net|control_v1", ModelType.CONTROLNET),
                    Word.of("(^|[-_. ])mm[-_]sd|animatediff", ModelType.MOTION_MODULE),
                    Word.of("clip[-_]?vision", ModelType.CLIP_VISION),
                    Word.of(
                            "(^|[-_. ])(clip[-_]?[lgh]|u?mt5|t5[-_]?xxl|t5)([-_. ]|$)|text[-_]?encoder",
                            ModelType.TEXT_ENCODER),
                    Word.of("(^|[-_. ])tae(sd|f|hv)|vae[-_]?approx", ModelType.VAE_APPROX),
                    Word.of("(^|[-_. ])vae([-_. ]|$)", ModelType.VAE),
                    Word.of("lora|lycoris|locon|loha|lokr", ModelType.LORA),
                    Word.of("hypernet", ModelType.HYPERNETWORK),
                    Word.of("embedding|textual[-_]?inversion", ModelType.EMBEDDING),
                    Word.of(
                            "(^|[-_. ])[1248]x[-_ ]|[-_ ]x[248]([-_. ]|$)|upscal|esrgan|swinir|gfpgan",
                            ModelType.UPSCALER),
                    Word.of(
                            "(^|[-_. ])(yolo|sam[-_]vit|sam_hq|grounding[-_]?dino)",
                            ModelType.DETECTION));

    private NameTable() {}

    /** {@return what this file name says} */
    static Optional<ModelType> of(String name) {
        return TABLE.stream()
                .filter(word -> word.pattern().matcher(name).find())
                .map(Word::type)
                .findFirst();
    }
}

package dev.assay.core.internal.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the header tells of a training: settings as kohya's sd-scripts and ModelSpec write them, and
 * the words that trigger what was trained. Private paths and captions are in there too, so this is
 * for showing on request and never for a log.
 */
final class Training {
    private static final int LONGEST_VALUE = 300;
    private static final int LONGEST_JSON = 1 << 20;
    private static final int MOST_WORDS = 10;
    private static final double OFTEN = 0.9;

    private static final List<String> SHOWN =
            List.of(
                    "ss_network_module",
                    "ss_network_dim",
                    "ss_network_alpha",
                    "ss_network_args",
                    "ss_base_model_version",
                    "ss_sd_model_name",
                    "ss_sd_model_hash",
                    "ss_new_sd_model_hash",
                    "ss_output_name",
                    "ss_num_train_images",
                    "ss_num_epochs",
                    "ss_epoch",
                    "ss_steps",
                    "ss_max_train_steps",
                    "ss_learning_rate",
                    "ss_unet_lr",
                    "ss_text_encoder_lr",
                    "ss_optimizer",
                    "ss_resolution",
                    "ss_clip_skip",
                    "ss_training_started_at",
                    "modelspec.title",
                    "modelspec.author",
                    "modelspec.architecture",
                    "modelspec.implementation",
                    "modelspec.date",
                    "modelspec.resolution",
                    "modelspec.prediction_type",
                    "modelspec.license",
                    "modelspec.trigger_phrase",
                    "modelspec.usage_hint",
                    "modelspec.tags",
                    "software",
                    "training_info",
                    "sd_checkpoint",
                    "sd_checkpoint_name",
                    "step",
                    "name");

    private Training() {}

    /** {@return the settings worth showing, long values cut} */
    static Map<String, String> settings(Map<String, String> metadata) {
        if (metadata.isEmpty()) {
            return Map.of();
        }
        Map<String, String> shown = new HashMap<>();
        for (String key : SHOWN) {
            String value = metadata.getOrDefault(key, "");
            if (!value.isBlank() && !value.equals("None")) {
                shown.put(key, cut(value));
            }
        }
        return shown;
    }

    private static String cut(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    /** {@return the alpha that the trainer wrote down} */
    static OptionalDouble alpha(Map<String, String> metadata) {
        try {
            double alpha = Double.parseDouble(metadata.getOrDefault("ss_network_alpha", ""));
            return Double.isFinite(alpha) ? OptionalDouble.of(alpha) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /**
     * {@return the trigger phrase, then the tags that nearly all captions have, the most frequent
     * first}
     */
    static List<String> triggerWords(Map<String, String> metadata) {
        if (metadata.isEmpty()) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>();
        for (String phrase : metadata.getOrDefault("modelspec.trigger_phrase", "").split(",", -1)) {
            add(words, phrase);
        }
        frequentTags(metadata.getOrDefault("ss_tag_frequency", "")).forEach(tag -> add(words, tag));
        return words.stream().limit(MOST_WORDS).toList();
    }

    private static void add(Set<String> words, String word) {
        if (!word.isBlank()) {
            words.add(cut(word.strip()));
        }
    }

    /** {@code {"10_folder": {"tag": count}}}, one object for each folder of pictures. */
    private static List<String> frequentTags(String json) {
        if (json.isEmpty() || json.length() > LONGEST_JSON) {
            return List.of();
        }
        Map<String, Integer> counts = new HashMap<>();
        try {
            JsonNode folders = JsonMapper.shared().readTree(json);
            folders.forEach(tags -> tags.properties().forEach(tag -> count(counts, tag)));
        } catch (JacksonException e) {
            return List.of();
        }
        int most = counts.values().stream().max(Integer::compare).orElse(0);
        List<Map.Entry<String, Integer>> often = new ArrayList<>(counts.entrySet());
        often.removeIf(tag -> tag.getValue() < OFTEN * most);
        often.sort(
                Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()));
        return often.stream().map(Map.Entry::getKey).toList();
    }

    private static void count(Map<String, Integer> counts, Map.Entry<String, JsonNode> tag) {
        if (tag.getValue().isInt()) {
            counts.merge(tag.getKey(), tag.getValue().asInt(), Integer::sum);
        }
    }
}

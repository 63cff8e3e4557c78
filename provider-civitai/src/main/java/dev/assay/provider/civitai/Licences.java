package dev.assay.provider.civitai;

import dev.assay.provider.spi.License;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a creator allows. {@code allowCommercialUse} was a word in 2023, became a list in December
 * of that year, and is shown as a PostgreSQL set, {@code {Image,Rent}}, in the documentation.
 */
final class Licences {
    private static final List<String> KEYS =
            List.of(
                    "allowNoCredit",
                    "allowCommercialUse",
                    "allowDerivatives",
                    "allowDifferentLicense");

    private Licences() {}

    /** {@return the licence; nothing when the model says nothing of it} */
    static Optional<License> of(JsonNode model) {
        if (KEYS.stream().allMatch(key -> model.path(key).isMissingNode())) {
            return Optional.empty();
        }
        return Optional.of(
                new License(
                        Fields.flag(model, "allowNoCredit"),
                        commercialUse(model),
                        Fields.flag(model, "allowDerivatives"),
                        Fields.flag(model, "allowDifferentLicense")));
    }

    private static List<String> commercialUse(JsonNode model) {
        return Fields.texts(model, "allowCommercialUse").stream()
                .flatMap(Licences::words)
                .filter(word -> !word.equals("None"))
                .distinct()
                .toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.replaceAll("[{}\"]", "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty());
    }
}

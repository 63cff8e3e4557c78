package dev.assay.core.internal.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingTest {

    @Test
    void putsTheTriggerPhraseBeforeTheTagsThatNearlyAllCaptionsHave() {
        assertThat(
                        Training.triggerWords(
                                Map.of(
                                        "modelspec.trigger_phrase",
                                        "ohwx man, portrait",
                                        "ss_tag_frequency",
                                        "{\"10_man\": {\"ohwx\": 20, \"smile\": 3}, \"5_face\": {\"ohwx\": 5}}")))
                .containsExactly("ohwx man", "portrait", "ohwx");
    }

    @Test
    void passesByTagsThatAreNoJson() {
        assertThat(Training.triggerWords(Map.of("ss_tag_frequency", "{\"a\": {"))).isEmpty();
        assertThat(Training.triggerWords(Map.of("ss_tag_frequency", "[1, {\"x\": \"y\"}]")))
                .isEmpty();
        assertThat(Training.triggerWords(Map.of("ss_tag_frequency", "[".repeat(100_000))))
                .isEmpty();
    }

    @Test
    void showsSettingsButNotDatasetsAndCutsWhatIsLong() {
        assertThat(
                        Training.settings(
                                Map.of(
                                        "ss_network_dim", "32",
                                        "ss_dataset_dirs", "{\"/home/me/private\": 1}",
                                        "ss_network_args", "x".repeat(1000),
                                        "ss_sd_model_hash", "None")))
                .containsOnlyKeys("ss_network_dim", "ss_network_args")
                .hasEntrySatisfying("ss_network_args", value -> assertThat(value).hasSize(301));
    }

    @Test
    void readsNoAlphaFromWhatIsNoNumber() {
        assertThat(Training.alpha(Map.of("ss_network_alpha", "None"))).isEmpty();
        assertThat(Training.alpha(Map.of("ss_network_alpha", "NaN"))).isEmpty();
    }
}

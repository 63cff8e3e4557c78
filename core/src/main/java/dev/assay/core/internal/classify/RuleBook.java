package dev.assay.core.internal.classify;

import java.util.List;
import java.util.stream.Stream;

/**
 * All rules, in the order in which they are asked. The first that holds decides.
 *
 * @param sections the tables
 */
record RuleBook(List<Section> sections) {

    /** Where the names that a table is about may stand. */
    private static final List<String> BARE = List.of("", "model.", "adapter.", "diffusion_model.");

    private static final List<String> CONTROL =
            List.of(
                    "control_model.",
                    "controlnet.",
                    "",
                    "model.diffusion_model.",
                    "diffusion_model.",
                    "transformer.",
                    "net.",
                    "model.");

    private static final List<String> DENOISER =
            List.of(
                    "model.diffusion_model.",
                    "diffusion_model.",
                    "model.model.",
                    "net.",
                    "transformer.",
                    "unet.",
                    "",
                    "base_model.model.",
                    "model.");

    private static final List<String> VAE =
            List.of(
                    "first_stage_model.",
                    "vae.",
                    "pretransform.model.",
                    "autoencoder.",
                    "",
                    "module.",
                    "model.");

    private static final List<String> ENCODER =
            List.of(
                    "cond_stage_model.transformer.",
                    "cond_stage_model.model.",
                    "conditioner.embedders.0.transformer.",
                    "conditioner.embedders.0.model.",
                    "conditioner.embedders.1.model.",
                    "text_encoders.clip_l.transformer.",
                    "text_encoders.clip_g.transformer.",
                    "text_encoders.t5xxl.transformer.",
                    "text_encoder.",
                    "text_encoders.",
                    "te.",
                    "clip_l.transformer.",
                    "clip_l.",
                    "clip_g.",
                    "t5xxl.transformer.",
                    "",
                    "transformer.",
                    "model.",
                    "encoder.");

    RuleBook {
        sections = List.copyOf(sections);
    }

    /** Which view of the file a table looks at. */
    enum View {
        /** The names as they stand. */
        NAMES('.'),
        /** The modules that an adapter changes; asked only of adapters. */
        MODULES('_');

        private final char separator;

        View(char separator) {
            this.separator = separator;
        }

        private RuleIndex index(List<Rule> rules) {
            return new RuleIndex(rules, separator);
        }
    }

    /**
     * One table.
     *
     * @param view what it looks at
     * @param prefixes where its names may start, in this order; the empty one is the whole file
     * @param denoiser whether it is about denoisers, which may come with a VAE or text encoder
     * @param rules in order
     * @param index the same by what they speak of
     */
    record Section(
            View view, List<String> prefixes, boolean denoiser, List<Rule> rules, RuleIndex index) {
        Section(View view, List<String> prefixes, boolean denoiser, List<Rule> rules) {
            this(view, List.copyOf(prefixes), denoiser, List.copyOf(rules), view.index(rules));
        }

        private static Section names(List<String> prefixes, List<Rule> rules) {
            return new Section(View.NAMES, prefixes, false, rules);
        }
    }

    /** {@return the rules as they are used} */
    static RuleBook standard() {
        return STANDARD;
    }

    private static final RuleBook STANDARD =
            new RuleBook(
                    List.of(
                            Section.names(BARE, AddOnRules.IMAGE_PROMPTS),
                            Section.names(List.of(""), AddOnRules.SMALL),
                            Section.names(CONTROL, AddOnRules.CONTROL_LORA),
                            new Section(View.MODULES, List.of(""), false, AdapterRules.TABLE),
                            Section.names(CONTROL, AddOnRules.CONTROL),
                            Section.names(BARE, AddOnRules.OTHERS),
                            new Section(View.NAMES, DENOISER, true, DenoiserRules.TABLE),
                            new Section(
                                    View.NAMES,
                                    List.of("model.diffusion_model.", "diffusion_model."),
                                    true,
                                    DenoiserRules.UNKNOWN_FAMILY),
                            Section.names(BARE, UpscalerRules.TABLE),
                            Section.names(VAE, VaeRules.TABLE),
                            Section.names(ENCODER, EncoderRules.TABLE),
                            Section.names(List.of("", "vae."), VaeRules.APPROXIMATIONS),
                            Section.names(BARE, AddOnRules.DETECTORS),
                            Section.names(List.of(""), UpscalerRules.PLAIN)));

    /** {@return all rules} */
    Stream<Rule> rules() {
        return sections.stream().flatMap(section -> section.rules().stream());
    }

    /** {@return the families that the rules tell, some more than once} */
    Stream<String> families() {
        return rules().flatMap(rule ->
                Stream.concat(
                        rule.otherwise().stream(),
                        rule.cases().stream().flatMap(one -> one.bases().stream())));
    }

    /** {@return these rules but for one} */
    RuleBook without(String id) {
        return new RuleBook(
                sections.stream()
                        .map(section ->
                                new Section(
                                        section.view(),
                                        section.prefixes(),
                                        section.denoiser(),
                                        section.rules().stream()
                                                .filter(rule -> !rule.id().equals(id))
                                                .toList()))
                        .toList());
    }
}

/** Looks models up at CivitAI. */
@org.jspecify.annotations.NullMarked
module dev.assay.provider.civitai {
    requires dev.assay.provider.spi;
    requires org.jsoup;
    requires static org.jspecify;
    requires tools.jackson.databind;

    provides dev.assay.provider.spi.ProviderPlugin with
            dev.assay.provider.civitai.CivitaiPlugin;
}

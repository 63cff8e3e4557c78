package org.example.catalogue;

import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.InvalidSettingException;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/** Knows the models that a JSON file of the user lists. Reaches no server. */
public final class JsonCataloguePlugin implements ProviderPlugin {
    private static final String FILE = "file";

    /** Made by ServiceLoader. */
    public JsonCataloguePlugin() {}

    @Override
    public String name() {
        return "json-catalogue";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.of(FILE, "the JSON file with the models, see the plugin's README"));
    }

    @Override
    public Access access(Settings settings) {
        return Access.none();
    }

    @Override
    public Provider open(Settings settings, HttpGateway http) {
        String file =
                settings.get(FILE)
                        .orElseThrow(
                                () -> new InvalidSettingException(FILE, "name your JSON file"));
        try {
            return new JsonCatalogue(CatalogueFile.read(Path.of(file)));
        } catch (IOException | JacksonException | InvalidPathException e) {
            throw new InvalidSettingException(FILE, file + " cannot be read: " + e.getMessage());
        }
    }
}

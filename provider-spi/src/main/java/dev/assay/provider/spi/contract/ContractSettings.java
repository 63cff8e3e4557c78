package dev.assay.provider.spi.contract;

import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives a provider what it declared and nothing else, as the core does. */
record ContractSettings(List<Setting> declared, Map<String, String> values, Set<String> secrets)
        implements Settings {

    @Override
    public Optional<String> get(String key) {
        Setting setting = declared(key, false);
        return Optional.ofNullable(values.get(key)).or(setting::defaultValue);
    }

    @Override
    public boolean hasSecret(String key) {
        return secrets.contains(declared(key, true).key());
    }

    private Setting declared(String key, boolean secret) {
        return declared.stream()
                .filter(setting -> setting.key().equals(key) && setting.secret() == secret)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is not declared"));
    }
}

package dev.assay.core.internal.identify;

import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The values of what one provider declared, and nothing else. Immutable. */
final class ProviderSettings implements Settings {
    private final Map<String, Setting> declared;
    private final Map<String, String> values;
    private final Predicate<String> secretIsSet;

    ProviderSettings(
            Collection<Setting> declared,
            Map<String, String> values,
            Predicate<String> secretIsSet) {
        this.declared =
                declared.stream()
                        .collect(Collectors.toUnmodifiableMap(Setting::key, Function.identity()));
        this.values = Map.copyOf(values);
        this.secretIsSet = secretIsSet;
    }

    @Override
    public Optional<String> get(String key) {
        Setting setting = declared(key, false);
        return Optional.ofNullable(values.get(key)).or(setting::defaultValue);
    }

    @Override
    public boolean hasSecret(String key) {
        return secretIsSet.test(declared(key, true).key());
    }

    /** {@return whether any secret is set} */
    boolean hasAnySecret() {
        return declared.values().stream()
                .filter(Setting::secret)
                .anyMatch(setting -> secretIsSet.test(setting.key()));
    }

    /** {@return whether the user lets this provider be asked without a secret} */
    boolean anonymous() {
        return declared.containsKey(Setting.ANONYMOUS)
                ? flag(Setting.ANONYMOUS).orElse(false)
                : "true".equals(values.get(Setting.ANONYMOUS));
    }

    /** {@return what has a value but was not declared, by which nothing is changed} */
    Set<String> undeclared() {
        Set<String> undeclared = new TreeSet<>(values.keySet());
        undeclared.removeAll(keys());
        undeclared.remove(Setting.ANONYMOUS);
        return undeclared;
    }

    /** {@return what can be set} */
    Set<String> keys() {
        return declared.values().stream()
                .filter(setting -> !setting.secret())
                .map(Setting::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Setting declared(String key, boolean secret) {
        Setting setting = declared.get(key);
        if (setting == null || setting.secret() != secret) {
            throw new IllegalArgumentException(
                    "The provider did not declare the %s '%s'"
                            .formatted(secret ? "secret" : "setting", key));
        }
        return setting;
    }
}

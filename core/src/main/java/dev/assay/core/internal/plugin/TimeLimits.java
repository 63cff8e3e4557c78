package dev.assay.core.internal.plugin;

import java.time.Duration;
import java.util.Map;

/**
 * How long one call of a stranger's plugin may take.
 *
 * @param usual for plugins without a limit of their own
 * @param ofPlugins by the plugin's name, as it stands in its problems
 */
public record TimeLimits(Duration usual, Map<String, Duration> ofPlugins) {

    /** Copies the map. */
    public TimeLimits {
        ofPlugins = Map.copyOf(ofPlugins);
    }

    /** {@return the limit of this plugin's calls} */
    Duration of(String plugin) {
        return ofPlugins.getOrDefault(plugin, usual);
    }
}

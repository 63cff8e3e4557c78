package dev.assay.core;

import dev.assay.core.model.PluginInfo;
import dev.assay.core.model.PluginProblem;
import java.nio.file.Path;
import java.util.List;

/**
 * The plugins of the plugin folders, and which of them may run. Safe for use from many threads.
 *
 * @see Library#plugins
 */
public final class InstalledPlugins {
    private final Installation installation;

    InstalledPlugins(Installation installation) {
        this.installation = installation;
    }

    /** {@return all of them, loaded or not, by name} */
    public List<PluginInfo> all() {
        return installation.plugins().infos();
    }

    /** {@return what went wrong with plugins so far} */
    public List<PluginProblem> problems() {
        return installation.plugins().problems().all();
    }

    /**
     * Copies a plugin into the user's plugin folder, the first that the builder named. Nothing of
     * it runs before it is allowed.
     *
     * @param jars the plugin's jar, and those that it needs
     * @return the plugin
     * @throws dev.assay.core.model.PluginException when that cannot be done
     */
    public PluginInfo add(List<Path> jars) {
        return installation.plugins().add(jars);
    }

    /**
     * Allows a plugin, with its jars as they are now, by their SHA-256; a jar that changes later,
     * or comes new, has to be allowed again.
     *
     * @param name the plugin's name
     * @return the plugin, which runs in the next library that is opened
     * @throws dev.assay.core.model.PluginException when that cannot be done
     */
    public PluginInfo allow(String name) {
        return installation.plugins().allow(name);
    }

    /**
     * Switches a plugin off and keeps it.
     *
     * @param name the plugin's name
     * @return the plugin, which does not run in the next library that is opened
     * @throws dev.assay.core.model.PluginException when that cannot be done
     */
    public PluginInfo disable(String name) {
        return installation.plugins().disable(name);
    }

    /**
     * Deletes a plugin from the user's plugin folder.
     *
     * @param name the plugin's name
     * @return the plugin as it was
     * @throws dev.assay.core.model.PluginException when that cannot be done
     */
    public PluginInfo remove(String name) {
        return installation.plugins().remove(name);
    }
}

package dev.assay.core.model;

/**
 * Trouble with one plugin, which costs that plugin's results and nothing else.
 *
 * @param plugin its class, module or jar
 * @param message what is wrong; may hold text of the plugin, which is not trusted
 * @param remedy what the user can do now
 */
public record PluginProblem(String plugin, String message, String remedy) {}

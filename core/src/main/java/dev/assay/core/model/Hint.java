package dev.assay.core.model;

/**
 * What the user of a finished job may want to know, each said once; the wording is the caller's.
 */
public sealed interface Hint {

    /**
     * The catalog was damaged when it was opened.
     *
     * @param report what was lost and saved, in words
     */
    record Recovered(String report) implements Hint {}

    /**
     * A provider was not asked about anything: no secret is set for it, and asking without one was
     * not allowed.
     *
     * @param provider its name
     */
    record NotAsked(String provider) implements Hint {}
}

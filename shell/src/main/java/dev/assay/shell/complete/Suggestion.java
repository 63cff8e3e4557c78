package dev.assay.shell.complete;

/**
 * Something the word at the cursor could become.
 *
 * @param value the whole word
 * @param description a few words on it; may hold foreign text
 * @param group what kind of thing it is
 * @param complete whether the word ends there, so that a blank may follow
 */
public record Suggestion(String value, String description, String group, boolean complete) {

    static Suggestion of(String value, String description, String group) {
        return new Suggestion(value, description, group, true);
    }
}

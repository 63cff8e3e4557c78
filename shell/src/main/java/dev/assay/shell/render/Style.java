package dev.assay.shell.render;

/** How a piece of text looks where colour is allowed. */
public enum Style {
    /** As the terminal has it. */
    PLAIN(""),
    /** Stands out. */
    BOLD("1"),
    /** Steps back. */
    DIM("2"),
    /** Bad. */
    RED("31"),
    /** Good. */
    GREEN("32"),
    /** Doubtful. */
    YELLOW("33"),
    /** A name of something. */
    CYAN("36");

    private final String parameters;

    Style(String parameters) {
        this.parameters = parameters;
    }

    String apply(String text) {
        return parameters.isEmpty() || text.isEmpty()
                ? text
                : "\u001b[" + parameters + "m" + text + "\u001b[0m";
    }
}

package dev.assay.core.internal.plugin;

/** Puts what a plugin threw into words for its user: what it was, and what to do about it. */
final class Faults {
    static final String ASK_ITS_AUTHOR =
            "Ask its author for a version for this Assay, or disable the plugin";

    private static final int MAX_TEXT = 400;
    private static final String OUR_INTERFACES = "dev[./]assay[./].*";

    private Faults() {}

    /** {@return the kind and message of an exception, and of what caused it in the end} */
    static String describe(Throwable thrown) {
        if (thrown instanceof PluginFailure failure) {
            return String.valueOf(failure.getMessage());
        }
        try {
            Throwable root = root(thrown);
            return shortened(
                    root.equals(thrown) ? thrown.toString() : thrown + ", caused by " + root);
        } catch (RuntimeException | StackOverflowError _) {
            // A plugin's exception can have a getMessage of its own that fails in turn.
            return thrown.getClass().getName();
        }
    }

    /** {@return a plugin's text, cut where it gets too long to read} */
    static String shortened(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + " ...";
    }

    /** {@return what the user can do about it} */
    static String remedy(Throwable thrown) {
        Throwable root = root(thrown);
        return switch (root) {
            case UnsupportedClassVersionError _ ->
                    "It needs a newer Java than this one: take an older version of the plugin";
            case NoClassDefFoundError e when !isOurs(e.getMessage()) ->
                    "A library that it needs is missing: put that jar beside it in its folder";
            case ClassNotFoundException e when !isOurs(e.getMessage()) ->
                    "A library that it needs is missing: put that jar beside it in its folder";
            case LinkageError _ ->
                    "It was built for another version of Assay's plugin interfaces: update Assay, or"
                            + " take the plugin's version for this one";
            case OutOfMemoryError _ -> "It asks for more memory than there is: disable the plugin";
            default -> ASK_ITS_AUTHOR;
        };
    }

    private static boolean isOurs(@org.jspecify.annotations.Nullable String type) {
        return type != null && type.matches(OUR_INTERFACES);
    }

    /** An initialiser's or service loader's error says less than what it wraps. */
    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; depth < 10 && root.getCause() != null; depth++) {
            root = root.getCause();
        }
        return root;
    }
}

package dev.assay.shell.error;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ends a command with one clear message. The texts may hold foreign text; they are made inert where
 * they are printed.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final String remedy;
    private final transient Map<String, Object> details = new LinkedHashMap<>();
    private String pointer = "";
    private String command = "";

    /** A failure with the usual remedy of its code. */
    public Failure(ErrorCode code, String message) {
        this(code, message, code.remedy());
    }

    /**
     * A failure with a remedy of its own.
     *
     * @param code which kind
     * @param message what and where, without a full stop
     * @param remedy what the user can do now
     */
    public Failure(ErrorCode code, String message, String remedy) {
        super(message);
        this.code = code;
        this.remedy = remedy;
    }

    /** Adds a detail for the error object of the JSON modes. */
    public Failure with(String key, Object value) {
        details.put(key, value);
        return this;
    }

    /** Adds lines that point at the place in what the user typed. */
    public Failure pointing(String lines) {
        pointer = lines;
        return this;
    }

    /** {@return which kind of failure} */
    public ErrorCode code() {
        return code;
    }

    /** {@return what and where} */
    public String message() {
        return String.valueOf(getMessage());
    }

    /** Says in which command it happened, so that its remedy can name it. */
    public Failure within(String name) {
        command = name;
        return this;
    }

    /** {@return what the user can do now} */
    public String remedy() {
        if (!remedy.equals(code.remedy())) {
            return remedy;
        }
        return command.isEmpty()
                ? remedy.replace(" " + ErrorCode.COMMAND, "")
                : remedy.replace(ErrorCode.COMMAND, command);
    }

    /** {@return details for the error object, in the order they were added} */
    public Map<String, Object> details() {
        return details;
    }

    /** {@return lines that show where in the typed text, or nothing} */
    public String pointer() {
        return pointer;
    }
}

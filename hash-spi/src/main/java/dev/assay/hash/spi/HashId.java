package dev.assay.hash.spi;

import java.util.regex.Pattern;

/**
 * The name of one hash recipe, such as {@code sha256} or {@code autov2}.
 *
 * <p>An id is written to the catalog next to every digest it produced, so it names the recipe and
 * not the code: once released it never changes its meaning, and a changed recipe gets a new id.
 *
 * @param value at most 40 lower-case letters, digits and single hyphens
 */
public record HashId(String value) implements Comparable<HashId> {
    private static final int MAX_LENGTH = 40;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Refuses a name that could not be stored or typed. */
    public HashId {
        if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Hash id '%s' must be at most %d lower-case letters, digits and single hyphens"
                            .formatted(value, MAX_LENGTH));
        }
    }

    /**
     * {@return the id of that name}
     *
     * @param value the name
     */
    public static HashId of(String value) {
        return new HashId(value);
    }

    @Override
    public int compareTo(HashId other) {
        return value.compareTo(other.value);
    }

    /** As every record has it; said here because the JVM would make that code at each start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HashId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}

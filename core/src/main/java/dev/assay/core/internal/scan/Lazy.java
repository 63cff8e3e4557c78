package dev.assay.core.internal.scan;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is first needed, and closed only if it was. Safe for use from many
 * threads.
 *
 * @param <T> what it is
 */
public final class Lazy<T> {
    private final Supplier<T> maker;
    private final Consumer<T> closer;
    private @Nullable T made;
    private boolean closed;

    /** Makes it with the one and closes it with the other. */
    public Lazy(Supplier<T> maker, Consumer<T> closer) {
        this.maker = maker;
        this.closer = closer;
    }

    /**
     * {@return the thing}
     *
     * @throws IllegalStateException after {@link #close}
     */
    public synchronized T get() {
        if (closed) {
            throw new IllegalStateException("The library is closed");
        }
        T here = made;
        if (here == null) {
            here = maker.get();
            made = here;
        }
        return here;
    }

    /** {@return the thing, if it was made and not closed} */
    public synchronized Optional<T> made() {
        return Optional.ofNullable(made);
    }

    /** Closes it if it was made; it is not made again. */
    public synchronized void close() {
        closed = true;
        Optional.ofNullable(made).ifPresent(closer);
        made = null;
    }
}

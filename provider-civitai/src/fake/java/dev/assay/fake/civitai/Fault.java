package dev.assay.fake.civitai;

import java.util.function.Supplier;

/** What stands between a request and its healthy answer. {@link Faults} has the usual ones. */
@FunctionalInterface
public interface Fault {
    /**
     * The reply to send.
     *
     * @param healthy computes what the site would have answered; it need not be asked
     */
    Reply answer(Request request, Supplier<Reply> healthy);

    /** This fault's change after the other's. */
    default Fault after(Fault first) {
        return (request, healthy) -> answer(request, () -> first.answer(request, healthy));
    }
}

package dev.assay.core.internal.bytes;

/**
 * How much of one file may be read and inflated, however many members and layers it has. Sized so
 * that the worst file takes a few seconds and some tens of MB.
 */
public final class ReadBudget {

    /** A read costs its call too. */
    private static final int LEAST_READ = 256;

    private long read = 256 << 20;
    private long inflated = 256 << 20;
    private long held = 32 << 20;
    private int scans = 1 << 17;
    private boolean ended;

    /** Makes a full one. */
    public ReadBudget() {}

    private boolean within(long left) {
        ended |= left < 0;
        return left >= 0;
    }

    /** {@return whether something was refused that had to be looked at} */
    public boolean hasEnded() {
        return ended;
    }

    /** {@return whether so many bytes may still be read, of the file or of what was inflated} */
    public boolean takeRead(long bytes) {
        read -= Math.max(bytes, LEAST_READ);
        return within(read);
    }

    /** {@return whether there was more to read than may be} */
    public boolean endedReading() {
        return read < 0;
    }

    /** {@return whether so many bytes may still be inflated} */
    public boolean takeInflated(long bytes) {
        inflated -= bytes;
        return within(inflated);
    }

    /** {@return whether so many inflated bytes may still be held in memory} */
    public boolean takeHeld(long bytes) {
        if (!within(held - bytes)) {
            return false;
        }
        held -= bytes;
        return true;
    }

    /** Gives back what was held. */
    public void giveBack(long bytes) {
        held += bytes;
    }

    /** {@return whether one more thing within another may be scanned} */
    public boolean takeScan() {
        return within(--scans);
    }
}

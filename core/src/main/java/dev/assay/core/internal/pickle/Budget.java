package dev.assay.core.internal.pickle;

/**
 * What scanning one file may cost, however many pickles, members and layers it has. Sized so that
 * the worst file takes a few seconds and some tens of MB.
 */
public final class Budget {

    /** A read costs its call too, and a pickle its machine. */
    private static final int LEAST_READ = 256;

    private static final int PICKLE = 4;
    private static final int TEXT_OBJECT = 64;

    private long opcodes = 20_000_000;
    private int nodes = 600_000;
    private long text = 12 << 20;
    private long shortText = 40 << 20;
    private int nestedScans = 10_000;
    private long inflated = 256 << 20;
    private long held = 32 << 20;
    private long read = 256 << 20;
    private int scans = 1 << 17;
    private boolean ended;

    /** Makes a full one. */
    public Budget() {}

    boolean takeOpcode() {
        return within(--opcodes);
    }

    /** A pickle starts; it costs something even if nothing is in it. */
    void takePickle() {
        opcodes -= PICKLE;
    }

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

    /** {@return whether one more thing within another may be scanned} */
    public boolean takeScan() {
        return within(--scans);
    }

    /** {@return whether a value may be kept; if not, only its place is} */
    boolean takeNodes(int count) {
        if (count > nodes) {
            return false;
        }
        nodes -= count;
        return true;
    }

    /** {@return whether everything asked for so far was kept} */
    boolean keepsAll() {
        return nodes > 0;
    }

    boolean takeText(int characters) {
        text -= characters;
        return text >= 0;
    }

    /** Short texts are always kept, so there is an end to how many there may be. */
    boolean takeShortText(int characters) {
        shortText -= TEXT_OBJECT + characters;
        return within(shortText);
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

    boolean takeNestedScan() {
        return within(--nestedScans);
    }
}

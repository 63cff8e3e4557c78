package dev.assay.core.internal.pickle;

/**
 * What scanning one file may cost, however many pickles, members and layers it has. Sized so that
 * the worst file takes a few seconds and some tens of MB.
 */
public final class Budget {

    private long opcodes = 20_000_000;
    private int nodes = 600_000;
    private long text = 12 << 20;
    private int nestedScans = 10_000;
    private long inflated = 256 << 20;
    private long held = 32 << 20;

    /** Makes a full one. */
    public Budget() {}

    boolean takeOpcode() {
        return --opcodes >= 0;
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

    /** {@return whether so many bytes may still be inflated} */
    public boolean takeInflated(long bytes) {
        inflated -= bytes;
        return inflated >= 0;
    }

    /** {@return whether so many inflated bytes may still be held in memory} */
    public boolean takeHeld(long bytes) {
        if (bytes > held) {
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
        return --nestedScans >= 0;
    }
}

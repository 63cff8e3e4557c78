package dev.assay.core.internal.pickle;

import dev.assay.core.internal.bytes.ReadBudget;

/**
 * What the pickles of one file may cost, however many there are, beside what reading them does.
 * Sized so that the worst file takes a few seconds and some tens of MB.
 */
public final class PickleBudget {

    /** A pickle costs its machine, even if nothing is in it. */
    private static final int PICKLE = 4;

    private static final int TEXT_OBJECT = 64;

    private final ReadBudget reading;

    private long opcodes = 20_000_000;
    private int nodes = 600_000;
    private long text = 12 << 20;
    private long shortText = 40 << 20;
    private int nestedScans = 10_000;
    private boolean ended;

    /**
     * Makes a full one.
     *
     * @param reading what the same file's bytes may cost
     */
    public PickleBudget(ReadBudget reading) {
        this.reading = reading;
    }

    private boolean within(long left) {
        ended |= left < 0;
        return left >= 0;
    }

    /** {@return whether something was refused that had to be looked at} */
    public boolean hasEnded() {
        return ended;
    }

    /** {@return whether there was more to read than may be} */
    boolean endedReading() {
        return reading.endedReading();
    }

    boolean takeOpcode() {
        return within(--opcodes);
    }

    /** A pickle starts. */
    void takePickle() {
        opcodes -= PICKLE;
    }

    /** {@return whether a value may be kept; if not, only its place is} */
    boolean takeNodes(int count) {
        if (count > nodes) {
            return false;
        }
        nodes -= count;
        return true;
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

    boolean takeNestedScan() {
        return within(--nestedScans);
    }
}

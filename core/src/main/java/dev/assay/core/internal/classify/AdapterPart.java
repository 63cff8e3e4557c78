package dev.assay.core.internal.classify;

/** What a tensor of an adapter is to its module. */
enum AdapterPart {
    /** First factor, from the module's inputs to the rank. */
    DOWN,
    /** Second factor, from the rank to the module's outputs. */
    UP,
    /** Factor between the two, for convolutions. */
    MID,
    /** Bias of the second factor. */
    UP_BIAS,
    /** Scale of a module; the value is in the tensor, which is not read. */
    ALPHA,
    /** Magnitudes of DoRA. */
    DORA,
    /** Factors of LoHa. */
    HADA_1A,
    /** The like. */
    HADA_1B,
    /** The like. */
    HADA_2A,
    /** The like. */
    HADA_2B,
    /** Tucker cores of LoHa. */
    HADA_T,
    /** Left of a Kronecker product. */
    LOKR_1,
    /** Factors of the left. */
    LOKR_1A,
    /** The like. */
    LOKR_1B,
    /** Right of a Kronecker product. */
    LOKR_2,
    /** Factors of the right. */
    LOKR_2A,
    /** The like. */
    LOKR_2B,
    /** Tucker core of LoKr. */
    LOKR_T,
    /** Rotations. */
    OFT,
    /** Butterfly rotations. */
    BOFT,
    /** Rescaled activations. */
    IA3,
    /** Which side IA3 rescales. */
    IA3_SIDE,
    /** Difference to the whole weight. */
    DIFF,
    /** Difference to the bias. */
    DIFF_BIAS,
    /** A norm, or a weight, put in place of the model's. */
    NORM;

    /**
     * {@return whether it changes a weight by itself; scales and biases are also found elsewhere}
     */
    boolean isChange() {
        return switch (this) {
            case ALPHA, UP_BIAS, DIFF_BIAS, NORM, IA3_SIDE -> false;
            default -> true;
        };
    }
}

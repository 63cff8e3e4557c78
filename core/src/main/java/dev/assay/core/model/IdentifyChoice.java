package dev.assay.core.model;

/** Which files of a scan are looked up at the providers, when look-ups are allowed at all. */
public enum IdentifyChoice {
    /** Those in category {@code other}. */
    OTHER,
    /** Every file. */
    ALL,
    /** None. */
    NONE
}

package dev.assay.core.model;

import java.util.Locale;

/** Why a file has no answer of a provider yet. The ids are kept in catalogs and never reused. */
public enum PendingCause {
    /** A run ended between two questions; the next one goes on. */
    NOT_YET_ASKED,
    /** None of the hashes that the provider can be asked by could be computed. */
    NO_HASH,
    /** The run had used up what it may ask. */
    BUDGET,
    /** The user wanted no network. */
    OFFLINE,
    /** The provider asked to slow down. */
    RATE_LIMITED,
    /** The provider could not be reached, or did not answer properly. */
    OUTAGE;

    /** {@return the name in JSON: lower case} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.assay.core.model;

import java.util.Optional;

/**
 * A provider was asked in a job and gave no answer, whatever is known from earlier.
 *
 * @param provider its name
 * @param cause what kind of trouble it is; empty when the provider refused this user
 * @param reason for a person to read: the first one of this kind
 * @param remedy what the user can do about a refusal
 * @param files about how many files; those with the same bytes count once
 */
public record Unanswered(
        String provider,
        Optional<PendingCause> cause,
        String reason,
        Optional<String> remedy,
        int files) {}

package dev.assay.provider.spi;

import java.util.List;
import java.util.Optional;

/**
 * What a creator allows, as far as the provider says.
 *
 * @param allowNoCredit whether the model may be used without naming the creator
 * @param allowCommercialUse the kinds of commercial use allowed, in the provider's words; empty
 *     when it names none
 * @param allowDerivatives whether merges and the like may be shared
 * @param allowDifferentLicense whether derivatives may have another licence
 */
public record License(
        Optional<Boolean> allowNoCredit,
        List<String> allowCommercialUse,
        Optional<Boolean> allowDerivatives,
        Optional<Boolean> allowDifferentLicense) {

    /** Copies the list. */
    public License {
        allowCommercialUse = List.copyOf(allowCommercialUse);
    }
}

package dev.assay.core.internal.identify;

import dev.assay.hash.spi.Digest;
import dev.assay.hash.spi.HashId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Digests that a safetensors header claims for its own tensors. Trainers write them (kohya's {@code
 * sshs_model_hash}, modelspec's {@code hash_sha256}); nobody checks them, and merging tools copy
 * them along, so they only ever make an identity probable.
 */
public final class Claims {
    /** CivitAI and others know the first 12 digits of the hash of the tensor part as AutoV3. */
    private static final HashId AUTOV3 = HashId.of("autov3");

    private static final int AUTOV3_DIGITS = 12;
    private static final List<String> KEYS = List.of("sshs_model_hash", "modelspec.hash_sha256");
    private static final Pattern SHA256 = Pattern.compile("(0x)?([0-9a-f]{64})");

    /** A tool that hashed the header alone, or an empty stream, claims the SHA-256 of no bytes. */
    private static final String OF_NOTHING = "e3b0c44298fc";

    private Claims() {}

    /**
     * {@return what these header entries claim, without what cannot be true}
     *
     * @param metadata the text entries of the header
     */
    public static List<Digest> of(Map<String, String> metadata) {
        Set<Digest> claims = new LinkedHashSet<>();
        for (String key : KEYS) {
            String value = metadata.getOrDefault(key, "").strip().toLowerCase(Locale.ROOT);
            var matcher = SHA256.matcher(value);
            if (matcher.matches()) {
                String digits = matcher.group(2).substring(0, AUTOV3_DIGITS);
                if (!digits.equals(OF_NOTHING) && !digits.matches("0+")) {
                    claims.add(new Digest(AUTOV3, digits));
                }
            }
        }
        return List.copyOf(claims);
    }
}

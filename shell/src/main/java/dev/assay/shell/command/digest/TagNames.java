package dev.assay.shell.command.digest;

import dev.assay.hash.spi.HashId;
import dev.assay.shell.view.HashNames;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What programs call their digests in tagged lines, where that is not our name for it. */
record TagNames(HashNames names) {
    /** Of b2sum and cksum, OpenSSL 3, and rhash. */
    private static final Map<String, String> OTHERS =
            Map.of(
                    "blake2b", "blake2b-512",
                    "blake2b512", "blake2b-512",
                    "blake2s", "blake2s-256",
                    "blake2s256", "blake2s-256",
                    "sha-1", "sha1",
                    "ripemd-160", "ripemd160",
                    "rmd160", "ripemd160");

    /** {@return the recipe that a tag names} */
    Optional<HashId> find(String tag) {
        String word = tag.toLowerCase(Locale.ROOT);
        return names.find(word)
                .or(() -> Optional.ofNullable(OTHERS.get(word)).flatMap(names::find))
                .or(() -> names.find(word.replaceFirst("^sha2?-(?=\\d{3}$)", "sha")));
    }
}

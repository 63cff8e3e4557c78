package dev.assay.provider.civitai;

import dev.assay.hash.spi.HashId;
import dev.assay.provider.spi.Accepted;
import dev.assay.provider.spi.InvalidSettingException;
import dev.assay.provider.spi.Match;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The hashes CivitAI can be asked by. Only SHA256 has a bulk route. */
final class Ladder {
    /**
     * Far more than one request takes: the files of a model come in any order, and its page is
     * asked for once only when they are looked up together.
     */
    private static final int TOGETHER = 100_000;

    private Ladder() {}

    /** {@return the rungs named, separated by blanks or commas, in their order} */
    static List<Accepted> parse(String key, String names) {
        return Arrays.stream(names.strip().toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .distinct()
                .map(name -> rung(key, name))
                .toList();
    }

    private static Accepted rung(String key, String name) {
        return switch (name) {
            case "sha256" -> new Accepted(HashNames.SHA256, TOGETHER, Match.EXACT);
            case "autov3" -> new Accepted(HashNames.AUTOV3, 1, Match.SAME_TENSORS);
            case "blake3", "autov2" -> new Accepted(HashId.of(name), 1, Match.EXACT);
            case "autov1", "crc32" ->
                    throw new InvalidSettingException(
                            key,
                            "'%s' never identifies a file: one value stands for many files"
                                    .formatted(name));
            default ->
                    throw new InvalidSettingException(
                            key,
                            "CivitAI cannot be asked by '%s'; by sha256, autov3, blake3 or autov2"
                                    .formatted(name));
        };
    }
}

package dev.assay.shell.view;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.hash.spi.HashId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How hash recipes are called towards people: {@code autov1} is shown as {@code AutoV1}. */
public final class HashNames {
    private static final Map<String, String> OURS =
            Map.of(
                    "sha256", "SHA256",
                    "crc32", "CRC32",
                    "blake3", "BLAKE3",
                    "autov1", "AutoV1",
                    "autov2", "AutoV2",
                    "autov3", "AutoV3",
                    "payload-sha256", "PayloadSHA256",
                    "head8k", "Head8K",
                    "edges8k", "Edges8K");

    private final Map<String, String> names = new HashMap<>(OURS);

    /** The names of our own recipes. */
    public HashNames() {}

    /** The names of every installed recipe. */
    public HashNames(List<AlgorithmInfo> installed) {
        installed.forEach(info -> names.put(info.id().value(), info.name()));
    }

    /** {@return the name to show} */
    public String of(HashId id) {
        return names.getOrDefault(id.value(), id.value().toUpperCase(Locale.ROOT));
    }

    /** {@return the recipe of that name or id, whatever its case} */
    public Optional<HashId> find(String typed) {
        String word = typed.toLowerCase(Locale.ROOT);
        return names.entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(word)
                                || entry.getValue().toLowerCase(Locale.ROOT).equals(word))
                .map(entry -> HashId.of(entry.getKey()))
                .findFirst();
    }

    /** {@return a digest as people write it: AutoV and CRC in capitals, the rest small} */
    public static String hex(HashId id, String hex) {
        boolean capitals = id.value().startsWith("autov") || id.value().startsWith("crc");
        return capitals ? hex.toUpperCase(Locale.ROOT) : hex;
    }
}

package dev.assay.provider.civitai;

import dev.assay.hash.spi.Digest;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The reply to many hashes: one row for each file that has one of them, in no order.
 *
 * @param byDigest the versions that have each digest
 * @param whole whether every row could be read; if not, a digest without a row may still be known
 */
record IdRows(Map<Digest, Set<VersionRef>> byDigest, boolean whole) {

    static IdRows of(List<JsonNode> rows) {
        Map<Digest, Set<VersionRef>> byDigest = new HashMap<>();
        boolean whole = true;
        for (JsonNode row : rows) {
            Optional<Digest> digest =
                    Fields.text(row, "hash").flatMap(hex -> HashNames.published("SHA256", hex));
            OptionalLong version = Fields.id(row, "modelVersionId");
            if (digest.isPresent() && version.isPresent()) {
                byDigest.computeIfAbsent(digest.get(), _ -> new LinkedHashSet<>())
                        .add(new VersionRef(version.getAsLong(), Fields.id(row, "modelId")));
            } else {
                whole &= row.isNull();
            }
        }
        return new IdRows(byDigest, whole);
    }
}

package dev.assay.fake.civitai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model of the site: its members as JSON, its versions, and what no body shows.
 *
 * <p>Models made by the site before levels existed have no {@code nsfwLevel}; for them {@code nsfw}
 * decides.
 */
final class StoredModel {
    static final int PG = 1;
    static final int ALL_LEVELS = 31;

    final long id;
    final Map<String, Object> body;
    final List<StoredVersion> versions = new ArrayList<>();
    boolean published = true;
    boolean brokenForEver;

    StoredModel(long id, Map<String, Object> body) {
        this.id = id;
        this.body = body;
    }

    int level() {
        if (body.get("nsfwLevel") instanceof Number level) {
            return level.intValue();
        }
        return flag("nsfw") ? 16 : PG;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(body.get(name));
    }

    boolean archived() {
        return "Archived".equals(body.get("mode"));
    }

    boolean takenDown() {
        return "TakenDown".equals(body.get("mode"));
    }

    boolean isPrivate() {
        return "Private".equals(body.get("availability"));
    }

    List<StoredVersion> publishedVersions() {
        return versions.stream().filter(version -> version.published).toList();
    }
}

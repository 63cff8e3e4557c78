package dev.assay.fake.civitai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A model to be added to the fake, built up in steps. What is not said is as the site has it for an
 * ordinary public model of 2026.
 */
public final class ModelSpec {
    private final long id;
    private final Map<String, Object> body;
    private final List<VersionSpec> versions = new ArrayList<>();
    private boolean published = true;
    private boolean brokenForEver;

    private ModelSpec(long id) {
        this.id = id;
        this.body = ordinary(id);
    }

    /** An ordinary LORA with this id and no version yet. */
    public static ModelSpec model(long id) {
        return new ModelSpec(id);
    }

    /** Its id. */
    public long id() {
        return id;
    }

    private static Map<String, Object> ordinary(long id) {
        return Json.of(
                "id",
                id,
                "name",
                "Model " + id,
                "description",
                "<p>Made for a test.</p>",
                "allowNoCredit",
                true,
                "allowCommercialUse",
                List.of("Image", "RentCivit"),
                "allowDerivatives",
                true,
                "allowDifferentLicense",
                false,
                "type",
                "LORA",
                "minor",
                false,
                "sfwOnly",
                false,
                "poi",
                false,
                "nsfw",
                false,
                "nsfwLevel",
                1L,
                "availability",
                "Public",
                "userId",
                7L,
                "baseModels",
                List.of("SDXL 1.0"),
                "cosmetic",
                null,
                "supportsGeneration",
                false,
                "stats",
                Json.of("downloadCount", 10L, "thumbsUpCount", 3L, "thumbsDownCount", 0L),
                "creator",
                Json.of("username", "tester", "image", null),
                "tags",
                List.of("style"));
    }

    /** Sets any member of the model's body; null is JSON's null. */
    public ModelSpec with(String member, Object value) {
        body.put(member, value);
        return this;
    }

    /** The model's name. */
    public ModelSpec named(String name) {
        return with("name", name);
    }

    /** {@code Checkpoint}, {@code LORA} and so on. */
    public ModelSpec ofType(String type) {
        return with("type", type);
    }

    /** Shown only to who asks for archived models; its files are hidden. */
    public ModelSpec archived() {
        return with("mode", "Archived");
    }

    /** Found by hash, absent from both routes of models. */
    public ModelSpec privately() {
        return with("availability", "Private");
    }

    /** Above PG: absent from lists without {@code nsfw=true}. */
    public ModelSpec nsfw() {
        return with("nsfw", true).with("nsfwLevel", 28L);
    }

    /** Absent from lists with {@code nsfw=true}. */
    public ModelSpec minor() {
        return with("minor", true);
    }

    /** Of a real person: absent from both routes of models. */
    public ModelSpec poi() {
        return with("poi", true);
    }

    /** Level 0: found by hash, absent from the routes that want a level. */
    public ModelSpec unrated() {
        return with("nsfwLevel", 0L);
    }

    /** No longer found by anything. */
    public ModelSpec unpublished() {
        published = false;
        return this;
    }

    /** Every request that needs this model's body answers 500, however often it is tried. */
    public ModelSpec brokenForEver() {
        brokenForEver = true;
        return this;
    }

    /** Adds a version; {@code details} sees it with a name, a date and no file. */
    public ModelSpec version(long versionId, Consumer<VersionSpec> details) {
        VersionSpec version = new VersionSpec(versionId);
        details.accept(version);
        versions.add(version);
        return this;
    }

    StoredModel build(String baseUrl) {
        StoredModel model = new StoredModel(id, body);
        model.published = published;
        model.brokenForEver = brokenForEver;
        versions.forEach(version -> model.versions.add(version.build(model, baseUrl)));
        return model;
    }
}

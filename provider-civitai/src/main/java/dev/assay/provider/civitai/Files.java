package dev.assay.provider.civitai;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.PublishedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The files of a version. */
final class Files {
    private static final double BYTES_PER_KB = 1024;
    private static final List<String> VARIANT =
            List.of("format", "size", "fp", "quantType", "isRequired");
    private static final List<String> SCANS = List.of("pickleScanResult", "virusScanResult");

    private Files() {}

    static List<PublishedFile> of(JsonNode version) {
        return Fields.list(version, "files").filter(JsonNode::isObject).map(Files::file).toList();
    }

    private static PublishedFile file(JsonNode file) {
        return new PublishedFile(
                Fields.text(file, "overrideName").or(() -> Fields.text(file, "name")).orElse(""),
                Fields.text(file, "type"),
                size(file),
                Fields.flag(file, "primary").orElse(false),
                digests(file),
                details(file));
    }

    /** CivitAI says KB and means KiB, with fractions, so that bytes come out exactly. */
    private static OptionalLong size(JsonNode file) {
        JsonNode size = file.path("sizeKB");
        return size.isNumber() && size.asDouble() >= 0 && size.asDouble() < 1e12
                ? OptionalLong.of(Math.round(size.asDouble() * BYTES_PER_KB))
                : OptionalLong.empty();
    }

    private static List<Digest> digests(JsonNode file) {
        return file.path("hashes")
                .propertyStream()
                .filter(entry -> entry.getValue().isString())
                .flatMap(entry ->
                        HashNames.published(entry.getKey(), entry.getValue().asString()).stream())
                .toList();
    }

    private static Map<String, String> details(JsonNode file) {
        Map<String, String> details = new LinkedHashMap<>();
        Stream.concat(
                        VARIANT.stream().map(key -> Map.entry(key, file.path("metadata"))),
                        SCANS.stream().map(key -> Map.entry(key, file)))
                .forEach(entry ->
                        scalar(entry.getValue().path(entry.getKey()))
                                .ifPresent(value -> details.put(entry.getKey(), value)));
        return details;
    }

    private static Optional<String> scalar(JsonNode node) {
        return node.isString() || node.isBoolean()
                ? Optional.of(node.asString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** {@return the file with this digest} */
    static Optional<PublishedFile> with(Digest digest, List<PublishedFile> files) {
        return files.stream().filter(file -> file.digests().contains(digest)).findFirst();
    }
}

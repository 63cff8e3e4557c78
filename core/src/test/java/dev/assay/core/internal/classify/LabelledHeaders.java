package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Header;
import dev.assay.core.internal.format.Tensor;
import dev.assay.core.model.Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Headers that other people labelled, kept outside of the project; empty where they are not there.
 */
final class LabelledHeaders {
    static final Path FOLDER = Path.of("..", "..", "shared", "fixtures", "headers");

    private LabelledHeaders() {}

    /** One labelled header. */
    record Row(
            String id,
            String type,
            String base,
            long parameters,
            int tensors,
            String dtypes,
            boolean dtypesReal,
            String provenance,
            String notes,
            Header header) {

        boolean isReal() {
            return provenance.startsWith("REAL-");
        }
    }

    /** {@return the rows, or none where the folder is not there} */
    static List<Row> rows() {
        return rows(FOLDER);
    }

    static List<Row> rows(Path folder) {
        Path index = folder.resolve("INDEX.tsv");
        if (!Files.isRegularFile(index)) {
            return List.of();
        }
        try (ZipFile zip = new ZipFile(folder.resolve("headers.zip").toFile())) {
            List<Row> rows = new ArrayList<>();
            List<String> lines = Files.readAllLines(index, StandardCharsets.UTF_8);
            List<String> names = List.of(lines.getFirst().split("\t", -1));
            for (String line : lines.subList(1, lines.size())) {
                Map<String, String> cells = new HashMap<>();
                String[] parts = line.split("\t", -1);
                for (int i = 0; i < names.size(); i++) {
                    cells.put(names.get(i), parts[i]);
                }
                rows.add(row(cells, zip));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(Map<String, String> cells, ZipFile zip) throws IOException {
        String id = cells.get("id");
        try (InputStream json = zip.getInputStream(zip.getEntry(id + ".json"))) {
            Format format =
                    cells.get("container").equals("gguf") ? Format.GGUF : Format.SAFETENSORS;
            return new Row(
                    id,
                    cells.get("type"),
                    cells.get("base"),
                    Long.parseLong(cells.get("params")),
                    Integer.parseInt(cells.get("tensors")),
                    cells.get("dtypes"),
                    cells.get("dtype_real").startsWith("yes"),
                    cells.get("provenance"),
                    cells.get("notes"),
                    header(format, JsonMapper.shared().readTree(json)));
        }
    }

    private static Header header(Format format, JsonNode json) {
        List<Tensor> tensors = new ArrayList<>();
        Map<String, String> metadata = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (entry.getKey().equals("__metadata__")) {
                entry.getValue()
                        .properties()
                        .forEach(one -> metadata.put(one.getKey(), one.getValue().asString()));
            } else {
                List<Long> shape = new ArrayList<>();
                entry.getValue().get("shape").forEach(side -> shape.add(side.asLong()));
                String dtype = entry.getValue().get("dtype").asString();
                tensors.add(new Tensor(entry.getKey(), dtype, shape));
            }
        }
        return Headers.of(format, tensors, metadata);
    }
}

package dev.assay.core.internal.catalog;

import dev.assay.core.internal.walk.PathText;
import dev.assay.core.model.CatalogException;
import dev.assay.core.model.Identity;
import dev.assay.core.model.ImportedMarks;
import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Match;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * What a person made and no scan can bring back, as one JSON object a line: tags, notes, and who a
 * file is by a person's word. A content is named by its SHA-256, or before it has one by its paths.
 */
public final class UserData {
    private static final String SCHEMA = "assay.userdata/1";

    private final Catalog catalog;

    UserData(Catalog catalog) {
        this.catalog = catalog;
    }

    /** {@return how many lines were written} The writer stays open. */
    public int export(Writer out) throws IOException {
        List<String> lines = catalog.read(this::lines);
        for (String line : lines) {
            out.write(line);
            out.write('\n');
        }
        out.flush();
        return lines.size();
    }

    private List<String> lines(Sql sql) throws SQLException {
        List<Long> contents =
                sql.all(
                        """
                        SELECT content FROM tag UNION SELECT content FROM note
                        UNION SELECT content FROM candidate WHERE match = 'MANUAL'
                        UNION SELECT content FROM identity WHERE said LIKE '%"rejected"%'\
                        """,
                        row -> row.getLong(1));
        List<String> lines = new ArrayList<>();
        for (long content : contents) {
            lines.add(Json.ofValue(describe(sql, content)));
        }
        return lines;
    }

    private Map<String, Object> describe(Sql sql, long content) throws SQLException {
        Map<String, Object> line = new TreeMap<>();
        line.put("schema", SCHEMA);
        Optional<ContentRow> row = catalog.contents().byId(sql, content);
        row.flatMap(ContentRow::sha256).ifPresent(sha -> line.put("sha256", sha.hex()));
        row.ifPresent(one -> line.put("size", one.size()));
        line.put("paths", paths(sql, content));
        line.put("tags", catalog.users().tags(sql, content));
        catalog.users().note(sql, content).ifPresent(note -> line.put("note", note));
        line.put(
                "decisions",
                catalog.identities().of(sql, content).stream()
                        .filter(UserData::isDecision)
                        .map(Json::wholeIdentity)
                        .toList());
        return line;
    }

    private List<String> paths(Sql sql, long content) throws SQLException {
        return catalog.files().ofContent(sql, content).stream()
                .map(row -> PathText.of(row.stat().path()))
                .toList();
    }

    private static boolean isDecision(Identity identity) {
        return !identity.rejected().isEmpty()
                || identity.candidates().stream().anyMatch(one -> one.match() == Match.MANUAL);
    }

    /**
     * Takes lines over, all in one transaction that is on the disk when this returns. What is there
     * already stays; a line for a content that no file has yet waits for that file.
     *
     * @throws CatalogException when the text cannot be read
     */
    public ImportedMarks read(BufferedReader in) throws IOException {
        List<String> lines = in.lines().toList();
        List<String> refused = new ArrayList<>();
        int taken =
                catalog.writeDurably(sql -> {
                    int count = 0;
                    for (int i = 0; i < lines.size(); i++) {
                        Optional<String> why = take(sql, lines.get(i));
                        if (why.isEmpty()) {
                            count++;
                        } else {
                            refused.add("line %d: %s".formatted(i + 1, why.get()));
                        }
                    }
                    return count;
                });
        return new ImportedMarks(taken, refused);
    }

    /** {@return why a line cannot be taken over} */
    private Optional<String> take(Sql sql, String text) throws SQLException {
        Optional<JsonNode> line = Json.tree(text).filter(JsonNode::isObject);
        if (line.isEmpty()) {
            return Optional.of("is no JSON object");
        }
        if (!SCHEMA.equals(line.get().path("schema").asString(""))) {
            return Optional.of("has another schema than " + SCHEMA);
        }
        Optional<Long> content = content(sql, line.get());
        if (content.isEmpty()) {
            return Optional.of("names no SHA-256 and no file that is known");
        }
        for (JsonNode tag : line.get().path("tags")) {
            catalog.users().addTag(sql, content.get(), tag.asString());
        }
        String note = line.get().path("note").asString("");
        if (!note.isEmpty() && catalog.users().note(sql, content.get()).isEmpty()) {
            catalog.users().putNote(sql, content.get(), note);
        }
        for (JsonNode decision : line.get().path("decisions")) {
            Optional<Identity> identity = Json.toWholeIdentity(decision);
            if (identity.isPresent()) {
                catalog.identities().put(sql, content.get(), identity.get());
            }
        }
        return Optional.empty();
    }

    private Optional<Long> content(Sql sql, JsonNode line) throws SQLException {
        String sha256 = line.path("sha256").asString("");
        if (sha256.matches("[0-9a-fA-F]{64}") && line.path("size").isNumber()) {
            Instant now = catalog.clock().instant();
            return Optional.of(
                    catalog.matcher()
                            .withSha256(
                                    sql,
                                    new Digest(ContentTable.SHA256, sha256),
                                    line.path("size").asLong(),
                                    now));
        }
        for (JsonNode text : line.path("paths")) {
            Path path = PathText.toPath(text.asString());
            Optional<FileRow> row = catalog.files().at(sql, path);
            if (row.isPresent()) {
                return Optional.of(row.get().content());
            }
        }
        return Optional.empty();
    }
}

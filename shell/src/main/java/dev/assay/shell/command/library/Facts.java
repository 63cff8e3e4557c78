package dev.assay.shell.command.library;

import dev.assay.shell.render.Column;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Json;
import dev.assay.shell.render.JsonFields;
import dev.assay.shell.render.Listing;
import dev.assay.shell.render.Style;
import dev.assay.shell.render.Text;
import dev.assay.shell.run.Invocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing told as names and values: an object for machines, a line each for people. */
final class Facts {
    private static final int NAMES = 16;

    private final Invocation run;
    private final String schema;
    private final List<Fact> facts = new ArrayList<>();

    private record Fact(String name, Object value, String shown) {}

    Facts(Invocation run, String schema) {
        this.run = run;
        this.schema = schema;
    }

    Facts add(String name, Object value) {
        return add(name, value, value.toString());
    }

    /** Adds a value that people see otherwise. */
    Facts add(String name, Object value, String shown) {
        facts.add(new Fact(name, value, shown));
        return this;
    }

    /** Prints them; the paths are for {@code -o paths}. */
    void print(List<Path> paths) {
        Format format = run.format(Format.LIST);
        switch (format) {
            case LIST -> facts.forEach(this::line);
            case JSON -> write(Json.pretty(object(), 0));
            case JSONL -> write(Json.compact(object()));
            case TABLE, TSV, CSV, MD, IDS, PATHS ->
                    run.printer(format).print(listing(paths), facts);
        }
    }

    private void write(String json) {
        run.host().out().write(json + "\n");
    }

    private void line(Fact fact) {
        String name = fact.name().replace('_', ' ');
        run.screen()
                .line(
                        Text.of(Style.DIM, name + " ".repeat(Math.max(1, NAMES - name.length())))
                                .and(fact.shown()));
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("schema", schema);
        facts.forEach(fact -> object.put(fact.name(), fact.value()));
        return new JsonFields(run.options().chosen()).of(object);
    }

    private Listing<Fact> listing(List<Path> paths) {
        List<Column<Fact>> columns =
                List.of(
                        Column.<Fact>of("name", Fact::name),
                        Column.<Fact>of("value", Fact::value)
                                .showing(fact -> Text.of(fact.shown())));
        return Listing.of(
                schema,
                columns,
                List.of("name", "value"),
                fact -> Optional.of(fact.name()),
                fact ->
                        paths.stream()
                                .filter(path -> path.toString().equals(fact.value()))
                                .findFirst());
    }
}

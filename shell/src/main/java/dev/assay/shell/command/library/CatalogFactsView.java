package dev.assay.shell.command.library;

import dev.assay.core.model.CatalogFacts;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.Sizes;
import dev.assay.shell.run.Invocation;
import java.util.List;

/** The catalog in numbers. */
final class CatalogFactsView {
    private CatalogFactsView() {}

    static void print(Invocation run, CatalogFacts facts) {
        boolean exact = run.outputOptions(Format.LIST).bytes();
        new Facts(run, "assay.catalog/1")
                .add("file", facts.file().toString())
                .add("bytes", facts.bytes(), size(facts.bytes(), exact))
                .add("free_bytes", facts.freeBytes(), size(facts.freeBytes(), exact))
                .add("schema_version", facts.schema())
                .add("journal", facts.journal())
                .add(
                        "network",
                        facts.network(),
                        facts.network() ? "yes: slower, and locks less surely" : "no")
                .add(
                        "read_only",
                        facts.readOnly(),
                        facts.readOnly() ? "yes: nothing can be saved" : "no")
                .add("files", facts.files(), Sizes.count(facts.files()))
                .add("missing", facts.missing(), Sizes.count(facts.missing()))
                .add("contents", facts.contents(), Sizes.count(facts.contents()))
                .add("hashed", facts.hashed(), Sizes.count(facts.hashed()))
                .add("identified", facts.identified(), Sizes.count(facts.identified()))
                .add("roots", facts.roots(), Sizes.count(facts.roots()))
                .print(List.of(facts.file()));
    }

    private static String size(long bytes, boolean exact) {
        return exact ? Long.toString(bytes) : Sizes.of(bytes);
    }
}

package dev.assay.core.internal.catalog;

import dev.assay.core.model.Classification;
import dev.assay.core.model.Evidence;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.Safety;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes what a header said into its JSON column, without its path, which the row has, and without
 * what is empty: what {@link InspectionJson} reads. By hand, as a scan writes one for every file.
 */
final class InspectionText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator out;

    private InspectionText(JsonGenerator out) {
        this.out = out;
    }

    /** {@return the text of what a header said} */
    static String of(Inspection said) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            new InspectionText(out).inspection(said);
        }
        return text.toString();
    }

    private void inspection(Inspection said) {
        out.writeStartObject();
        out.writeNumberProperty("size", said.size());
        out.writeStringProperty("format", said.format().name());
        out.writeStringProperty("state", said.state().name());
        said.payloadOffset().ifPresent(at -> out.writeNumberProperty("payloadOffset", at));
        out.writeName("classification");
        classification(said.classification());
        out.writeName("safety");
        safety(said.safety());
        texts("metadata", said.metadata());
        objects("problems", said.problems(), this::problem);
        out.writeNumberProperty("bytesRead", said.bytesRead());
        out.writeEndObject();
    }

    private void classification(Classification kind) {
        out.writeStartObject();
        out.writeStringProperty("type", kind.type().name());
        text("base", kind.base());
        texts("bases", kind.bases());
        text("variant", kind.variant());
        text("precision", kind.precision());
        kind.parameters().ifPresent(count -> out.writeNumberProperty("parameters", count));
        kind.tensors().ifPresent(count -> out.writeNumberProperty("tensors", count));
        kind.adapter().ifPresent(this::adapter);
        texts("triggerWords", kind.triggerWords());
        texts("training", kind.training());
        out.writeStringProperty("confidence", kind.confidence().name());
        objects("evidence", kind.evidence(), this::evidence);
        texts("nearMisses", kind.nearMisses());
        texts("conflicts", kind.conflicts());
        out.writeEndObject();
    }

    private void adapter(Classification.Adapter adapter) {
        out.writeObjectPropertyStart("adapter");
        text("algorithm", adapter.algorithm());
        adapter.rank().ifPresent(rank -> out.writeNumberProperty("rank", rank));
        adapter.alpha().ifPresent(alpha -> out.writeNumberProperty("alpha", alpha));
        out.writeEndObject();
    }

    private void safety(Safety safety) {
        out.writeStartObject();
        out.writeStringProperty("verdict", safety.verdict().name());
        texts("imports", safety.imports());
        texts("reasons", safety.reasons());
        text("rules", safety.rules());
        out.writeEndObject();
    }

    private void evidence(Evidence evidence) {
        out.writeStringProperty("source", evidence.source().name());
        text("rule", evidence.rule());
        text("seen", evidence.seen());
    }

    private void problem(FileProblem problem) {
        out.writeStringProperty("stage", problem.stage().name());
        text("message", problem.message());
        text("remedy", problem.remedy());
    }

    private void text(String name, Optional<String> text) {
        text.ifPresent(it -> text(name, it));
    }

    private void text(String name, String text) {
        if (!text.isEmpty()) {
            out.writeStringProperty(name, text);
        }
    }

    private void texts(String name, Collection<String> texts) {
        if (!texts.isEmpty()) {
            out.writeArrayPropertyStart(name);
            texts.forEach(out::writeString);
            out.writeEndArray();
        }
    }

    private void texts(String name, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            out.writeObjectPropertyStart(name);
            texts.forEach(out::writeStringProperty);
            out.writeEndObject();
        }
    }

    private <T> void objects(String name, List<T> objects, Consumer<T> members) {
        if (!objects.isEmpty()) {
            out.writeArrayPropertyStart(name);
            for (T object : objects) {
                out.writeStartObject();
                members.accept(object);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }
}

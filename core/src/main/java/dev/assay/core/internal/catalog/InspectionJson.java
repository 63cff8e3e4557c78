package dev.assay.core.internal.catalog;

import dev.assay.core.model.Classification;
import dev.assay.core.model.Confidence;
import dev.assay.core.model.Evidence;
import dev.assay.core.model.FileProblem;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.Inspection;
import dev.assay.core.model.ModelType;
import dev.assay.core.model.Safety;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what a header said from its JSON column by hand: a listing reads thousands of them, and
 * binding them by reflection took three quarters of its time. Tolerant as {@link Json} is.
 */
final class InspectionJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser in;
    private final Path path;

    private InspectionJson(JsonParser in, Path path) {
        this.in = in;
        this.path = path;
    }

    /** {@return what the text says of the file at this path, if it makes sense} */
    static Optional<Inspection> read(String json, Path path) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            in.nextToken();
            return Optional.of(new InspectionJson(in, path).inspection());
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Takes one member of an object, whose value the parser stands at. */
    private interface Member {
        void take(String name);
    }

    private void members(Member member) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("No object: " + in.currentToken());
        }
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                member.take(name);
            }
        }
    }

    private Inspection inspection() {
        var draft =
                new Object() {
                    long size;
                    Format format = Format.UNKNOWN;
                    FileState state = FileState.OK;
                    OptionalLong payload = OptionalLong.empty();
                    Classification found = Classification.unknown();
                    @Nullable Safety safety;
                    Map<String, String> metadata = Map.of();
                    List<FileProblem> problems = List.of();
                    long bytesRead;
                };
        members(name -> {
            switch (name) {
                case "size" -> draft.size = in.getLongValue();
                case "format" -> draft.format = Format.valueOf(in.getString());
                case "state" -> draft.state = FileState.valueOf(in.getString());
                case "payloadOffset" -> draft.payload = OptionalLong.of(in.getLongValue());
                case "classification" -> draft.found = classification();
                case "safety" -> draft.safety = safety();
                case "metadata" -> draft.metadata = texts();
                case "problems" -> draft.problems = list(this::problem);
                case "bytesRead" -> draft.bytesRead = in.getLongValue();
                default -> in.skipChildren();
            }
        });
        Safety safety = draft.safety;
        if (safety == null) {
            throw new IllegalArgumentException("No verdict");
        }
        return new Inspection(
                path,
                draft.size,
                draft.format,
                draft.state,
                draft.payload,
                draft.found,
                safety,
                draft.metadata,
                draft.problems,
                draft.bytesRead);
    }

    private Classification classification() {
        var draft =
                new Object() {
                    ModelType type = ModelType.UNKNOWN;
                    Optional<String> base = Optional.empty();
                    List<String> bases = List.of();
                    Optional<String> variant = Optional.empty();
                    Optional<String> precision = Optional.empty();
                    OptionalLong parameters = OptionalLong.empty();
                    OptionalInt tensors = OptionalInt.empty();
                    Optional<Classification.Adapter> adapter = Optional.empty();
                    List<String> triggers = List.of();
                    Map<String, String> training = Map.of();
                    Confidence confidence = Confidence.UNKNOWN;
                    List<Evidence> evidence = List.of();
                    List<String> nearMisses = List.of();
                    List<String> conflicts = List.of();
                };
        members(name -> {
            switch (name) {
                case "type" -> draft.type = ModelType.valueOf(in.getString());
                case "base" -> draft.base = Optional.of(in.getString());
                case "bases" -> draft.bases = list(in::getString);
                case "variant" -> draft.variant = Optional.of(in.getString());
                case "precision" -> draft.precision = Optional.of(in.getString());
                case "parameters" -> draft.parameters = OptionalLong.of(in.getLongValue());
                case "tensors" -> draft.tensors = OptionalInt.of(in.getIntValue());
                case "adapter" -> draft.adapter = Optional.of(adapter());
                case "triggerWords" -> draft.triggers = list(in::getString);
                case "training" -> draft.training = texts();
                case "confidence" -> draft.confidence = Confidence.valueOf(in.getString());
                case "evidence" -> draft.evidence = list(this::evidence);
                case "nearMisses" -> draft.nearMisses = list(in::getString);
                case "conflicts" -> draft.conflicts = list(in::getString);
                default -> in.skipChildren();
            }
        });
        return new Classification(
                draft.type,
                draft.base,
                draft.bases,
                draft.variant,
                draft.precision,
                draft.parameters,
                draft.tensors,
                draft.adapter,
                draft.triggers,
                draft.training,
                draft.confidence,
                draft.evidence,
                draft.nearMisses,
                draft.conflicts);
    }

    private Classification.Adapter adapter() {
        var draft =
                new Object() {
                    String algorithm = "";
                    OptionalInt rank = OptionalInt.empty();
                    OptionalDouble alpha = OptionalDouble.empty();
                };
        members(name -> {
            switch (name) {
                case "algorithm" -> draft.algorithm = in.getString();
                case "rank" -> draft.rank = OptionalInt.of(in.getIntValue());
                case "alpha" -> draft.alpha = OptionalDouble.of(in.getDoubleValue());
                default -> in.skipChildren();
            }
        });
        return new Classification.Adapter(draft.algorithm, draft.rank, draft.alpha);
    }

    private Safety safety() {
        var draft =
                new Object() {
                    Safety.@Nullable Verdict verdict;
                    List<String> imports = List.of();
                    List<String> reasons = List.of();
                    String rules = "";
                };
        members(name -> {
            switch (name) {
                case "verdict" -> draft.verdict = Safety.Verdict.valueOf(in.getString());
                case "imports" -> draft.imports = list(in::getString);
                case "reasons" -> draft.reasons = list(in::getString);
                case "rules" -> draft.rules = in.getString();
                default -> in.skipChildren();
            }
        });
        Safety.Verdict verdict = draft.verdict;
        if (verdict == null) {
            throw new IllegalArgumentException("No verdict");
        }
        return new Safety(verdict, draft.imports, draft.reasons, draft.rules);
    }

    private FileProblem problem() {
        Map<String, String> said = texts();
        return new FileProblem(
                path,
                FileProblem.Stage.valueOf(said.getOrDefault("stage", "")),
                said.getOrDefault("message", ""),
                said.getOrDefault("remedy", ""));
    }

    private Evidence evidence() {
        Map<String, String> said = texts();
        return new Evidence(
                Evidence.Source.valueOf(said.getOrDefault("source", "")),
                said.getOrDefault("rule", ""),
                said.getOrDefault("seen", ""));
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        members(name -> {
            if (in.currentToken().isScalarValue()) {
                texts.put(name, in.getString());
            } else {
                in.skipChildren();
            }
        });
        return texts;
    }

    private <T> List<T> list(Supplier<T> element) {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new IllegalArgumentException("No list: " + in.currentToken());
        }
        List<T> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.get());
        }
        return elements;
    }
}

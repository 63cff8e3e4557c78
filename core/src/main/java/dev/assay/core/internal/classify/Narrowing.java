package dev.assay.core.internal.classify;

import dev.assay.core.internal.format.Header;
import dev.assay.core.model.Confidence;
import dev.assay.core.model.Evidence;
import dev.assay.core.model.Evidence.Source;
import dev.assay.core.model.FileState;
import dev.assay.core.model.Format;
import dev.assay.core.model.ModelType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets metadata, file name and folder choose among what the tensors leave open, and stand in where
 * the tensors say nothing. They never overrule: a contradiction is kept and told.
 */
final class Narrowing {

    /** Types whose base is not one of the families that metadata speaks of. */
    private static final Set<ModelType> WITHOUT_FAMILY =
            EnumSet.of(
                    ModelType.TEXT_ENCODER,
                    ModelType.CLIP_VISION,
                    ModelType.UPSCALER,
                    ModelType.DETECTION,
                    ModelType.LLM,
                    ModelType.UNKNOWN);

    /** Types that are a full answer; of the others a family belongs to it. */
    private static final Set<ModelType> COMPLETE_WITHOUT_BASE =
            EnumSet.of(ModelType.DETECTION, ModelType.LLM);

    private static final Set<FileState> WITH_CONTENT =
            EnumSet.of(
                    FileState.OK,
                    FileState.TRUNCATED,
                    FileState.MALFORMED,
                    FileState.PARTIAL_DOWNLOAD);

    private static final List<String> MODEL_FILES =
            List.of(
                    ".safetensors",
                    ".sft",
                    ".ckpt",
                    ".pt",
                    ".pt2",
                    ".pth",
                    ".bin",
                    ".pkl",
                    ".gguf",
                    ".onnx");

    private final Header header;
    private final Path path;
    private final List<String> conflicts = new ArrayList<>();
    private Verdict verdict;
    private boolean narrowed;

    private Narrowing(Verdict verdict, Header header, Path path) {
        this.verdict = verdict;
        this.header = header;
        this.path = path;
    }

    /** What is left. */
    record Result(Verdict verdict, Confidence confidence, List<String> conflicts) {}

    /** {@return what is left when the other sources have spoken} */
    static Result of(Verdict verdict, Header header, Path path) {
        Narrowing narrowing = new Narrowing(verdict, header, path);
        narrowing.type();
        narrowing.languageModel();
        narrowing.families();
        narrowing.variant();
        return new Result(narrowing.verdict, narrowing.confidence(), narrowing.conflicts);
    }

    private Confidence confidence() {
        if (!verdict.isKnown()) {
            return Confidence.UNKNOWN;
        }
        if (verdict.bases().size() > 1) {
            return Confidence.AMBIGUOUS;
        }
        boolean open = verdict.bases().isEmpty() && !COMPLETE_WITHOUT_BASE.contains(verdict.type());
        return narrowed || open ? Confidence.LIKELY : Confidence.CERTAIN;
    }

    private void type() {
        if (!verdict.isKnown()) {
            if (verdict.evidence().isEmpty()) {
                standIn();
            }
        } else {
            compareWithFolder();
        }
    }

    private void standIn() {
        Optional<String> detector =
                header.globals().stream()
                        .filter(name -> name.startsWith("ultralytics."))
                        .findFirst();
        Optional<MetadataTable.TypeClaim> claim = MetadataTable.type(header.metadata());
        if (detector.isPresent()) {
            become(ModelType.DETECTION, Source.METADATA, "pickled-class", detector.get());
        } else if (claim.isPresent()) {
            MetadataTable.TypeClaim said = claim.get();
            become(said.type(), Source.METADATA, said.field(), said.value());
        } else if (mayGoByPlace()) {
            byPlace();
        }
    }

    private boolean mayGoByPlace() {
        String name = fileName().toLowerCase(Locale.ROOT);
        return WITH_CONTENT.contains(header.state())
                && header.format() != Format.ARCHIVE
                && isModelFile(name);
    }

    private static boolean isModelFile(String name) {
        for (String end : MODEL_FILES) {
            if (name.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private void byPlace() {
        FolderTable.of(path)
                .ifPresentOrElse(
                        folder ->
                                become(
                                        folder.type(),
                                        Source.FOLDER,
                                        "folder",
                                        "in " + folder.name()),
                        () ->
                                NameTable.of(fileName())
                                        .ifPresent(type ->
                                                become(
                                                        type,
                                                        Source.NAME,
                                                        "file-name",
                                                        fileName())));
    }

    private void become(ModelType type, Source source, String rule, String seen) {
        verdict = verdict.withType(type, new Evidence(source, rule, seen));
        narrowed = true;
    }

    /** A language model in a folder for text encoders is one; otherwise a wrong folder is told. */
    private void compareWithFolder() {
        Optional<FolderTable.Folder> folder = FolderTable.of(path);
        if (folder.isEmpty() || header.state() != FileState.OK) {
            return;
        }
        ModelType said = folder.get().type();
        if (verdict.type() == ModelType.LLM && said == ModelType.TEXT_ENCODER) {
            become(said, Source.FOLDER, "folder", "in " + folder.get().name());
        } else if (said.category() != verdict.type().category() && !bothDenoisers(said)) {
            conflicts.add(
                    "It lies in %s, which is for %s; its tensors are of type %s"
                            .formatted(folder.get().name(), said.id(), verdict.type().id()));
        }
    }

    private boolean bothDenoisers(ModelType said) {
        Set<ModelType> denoisers = EnumSet.of(ModelType.CHECKPOINT, ModelType.DIFFUSION_MODEL);
        return denoisers.contains(said) && denoisers.contains(verdict.type());
    }

    private void languageModel() {
        if (verdict.type() == ModelType.LLM && verdict.bases().isEmpty()) {
            MetadataTable.languageModel(header.metadata())
                    .ifPresent(claim ->
                            narrow(claim.family(), Source.METADATA, claim.field(), claim.value()));
        }
    }

    private void families() {
        if (WITHOUT_FAMILY.contains(verdict.type())) {
            return;
        }
        for (MetadataTable.Claim claim : MetadataTable.families(header.metadata())) {
            compare(claim);
        }
        FamilyNames.inName(stem()).ifPresent(family -> choose(family, Source.NAME, fileName()));
        for (String folder : FolderTable.folders(path)) {
            FamilyNames.inName(folder)
                    .ifPresent(family -> choose(family, Source.FOLDER, "in " + folder));
        }
    }

    private void compare(MetadataTable.Claim claim) {
        List<String> bases = verdict.bases();
        if (bases.isEmpty() && verdict.evidence().getFirst().source() != Source.TENSORS) {
            narrow(claim.family(), Source.METADATA, claim.field(), claim.value());
        } else if (bases.size() > 1 && bases.contains(claim.family())) {
            narrow(claim.family(), Source.METADATA, claim.field(), claim.value());
        } else if (!bases.isEmpty() && bases.stream().noneMatch(base -> agree(base, claim))) {
            conflicts.add(
                    "%s says '%s' (%s); the tensors say %s"
                            .formatted(
                                    claim.field(),
                                    claim.value(),
                                    claim.family(),
                                    String.join(" or ", bases)));
        }
    }

    private static boolean agree(String base, MetadataTable.Claim claim) {
        return !FamilyNames.isFamily(base) || FamilyNames.agree(base, claim.family());
    }

    private void choose(String family, Source source, String seen) {
        if (verdict.bases().size() > 1 && verdict.bases().contains(family)) {
            narrow(family, source, source == Source.NAME ? "file-name" : "folder", seen);
        }
    }

    private void narrow(String family, Source source, String rule, String seen) {
        verdict = verdict.with(List.of(family), new Evidence(source, rule, seen));
        narrowed = true;
    }

    private void variant() {
        if (verdict.bases().size() != 1) {
            return;
        }
        String family = verdict.bases().getFirst();
        Map<String, String> metadata = header.metadata();
        String parent = metadata.getOrDefault("ss_sd_model_name", "");
        VariantNames.in(metadata.getOrDefault("modelspec.architecture", ""), family)
                .ifPresent(name -> refine(name, Source.METADATA, "modelspec.architecture", name));
        VariantNames.in(parent, family)
                .ifPresent(name -> refine(name, Source.METADATA, "ss_sd_model_name", name));
        VariantNames.in(stem(), family)
                .ifPresent(name -> refine(name, Source.NAME, "file-name", fileName()));
    }

    private void refine(String name, Source source, String rule, String seen) {
        String known = verdict.variant().orElse("");
        if (!known.contains(name)) {
            verdict =
                    verdict.withVariant(
                            known.isEmpty() ? name : known + " " + name,
                            new Evidence(source, rule, seen));
        }
    }

    private String fileName() {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private String stem() {
        String name = fileName();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}

package dev.assay.core.internal.pickle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.internal.pickle.ImportRules.Judgement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportRulesTest {

    private final ImportRules rules = ImportRules.shipped();

    @Test
    void carriesTheDateOfItsLists() {
        assertThat(LocalDate.parse(rules.date())).isAfter(LocalDate.of(2026, 1, 1));
    }

    @Test
    void allowsWhatTorchWritesIntoAStateDict() {
        assertJudged(
                Judgement.ALLOWED,
                "collections OrderedDict",
                "torch FloatStorage",
                "torch BFloat16Storage",
                "torch._utils _rebuild_tensor_v2",
                "torch.nn.parameter Parameter",
                "torch._tensor _rebuild_from_type_v2",
                "numpy.core.multiarray scalar",
                "numpy dtype",
                "_codecs encode",
                "pytorch_lightning.callbacks.model_checkpoint ModelCheckpoint");
    }

    @Test
    void callsModulesThatRunCodeDangerousWithAllBelowThem() {
        assertJudged(
                Judgement.DANGEROUS,
                "os system",
                "os.path join",
                "asyncio.unix_events _UnixSubprocessTransport._start",
                "numpy.f2py.crackfortran getlincoef",
                "torch._inductor.codecache compile_file",
                "pip main",
                "__builtin__ eval",
                "builtins getattr",
                "functools partial",
                "uuid _get_command_stdout",
                "picklescan.scanner scan");
    }

    @Test
    void callsTheRestOfTheStandardLibraryDangerous() {
        assertJudged(Judgement.DANGEROUS, "ast parse", "turtle Turtle", "cPickle loads");
    }

    @Test
    void seesThroughDottedNames() {
        assertJudged(
                Judgement.DANGEROUS,
                "builtins eval.__call__",
                "pathlib os.system",
                "__future__ _ssl.RAND_bytes",
                "collections OrderedDict.__reduce__",
                "torch.serialization os.system",
                "some.library os",
                "some.library sys.modules",
                "some.os.library name",
                "datetime sys");
    }

    @Test
    void leavesHarmlessAndForeignClassesUndecided() {
        assertJudged(
                Judgement.UNKNOWN,
                "datetime datetime",
                "collections defaultdict",
                "uuid UUID",
                "ultralytics.nn.tasks DetectionModel",
                "torch.nn.modules.conv Conv2d",
                "__main__ Model",
                "some.library Outer.Inner",
                " os system");
    }

    private void assertJudged(Judgement judgement, String... imports) {
        assertThat(List.of(imports))
                .allSatisfy(each -> {
                    int space = each.lastIndexOf(' ');
                    assertThat(rules.judge(each.substring(0, space), each.substring(space + 1)))
                            .isEqualTo(judgement);
                });
    }
}

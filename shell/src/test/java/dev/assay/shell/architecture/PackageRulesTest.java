package dev.assay.shell.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may use what inside and across the modules, checked on the class files of all seven. */
class PackageRulesTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .importPaths(
                            List.of(
                                            "hash-spi",
                                            "hash-builtin",
                                            "hash-blake3",
                                            "provider-spi",
                                            "provider-civitai",
                                            "core",
                                            "shell")
                                    .stream()
                                    .map(folder -> Path.of("..", folder, "target", "classes"))
                                    .toList());

    @Test
    void theClassesOfEveryModuleAreLookedAt() {
        assertThat(CLASSES.contain("dev.assay.hash.spi.HashId")).isTrue();
        assertThat(CLASSES.contain("dev.assay.core.Library")).isTrue();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.assay.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheShellPrintsOrEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.shell..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.shell..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLASSES);
    }

    @Test
    void nothingButTheCatalogTalksToTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.core.internal.catalog..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void nothingButTheGatewayTalksToTheNetwork() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.assay.core.internal.net..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .check(CLASSES);
    }
}

package dev.assay.fake.civitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fake and the provider are two readings of one API: neither may lean on the other's code. */
class IndependenceTest {
    private static final Path FAKE = Path.of("target/test-classes/dev/assay/fake/civitai");
    private static final Path PROVIDER = Path.of("target/classes");

    @Test
    void theFakeUsesItselfAndTheJdkAlone() throws IOException {
        Set<String> used = referencesOf(fakeClasses());
        assertThat(used).contains("java/lang/String", "dev/assay/fake/civitai/Json");
        assertThat(used)
                .allSatisfy(name ->
                        assertThat(name)
                                .matches(
                                        "(\\[+L?)?(java/.*|dev/assay/fake/civitai/.*|[BCDFIJSZ])"));
    }

    @Test
    void theProviderNamesNothingOfTheFake() throws IOException {
        List<Path> classes = classesUnder(PROVIDER);
        assertThat(classes).hasSizeGreaterThan(10);
        for (Path file : classes) {
            assertThat(texts(file)).noneMatch(text -> text.contains("dev/assay/fake"));
        }
    }

    private static List<Path> fakeClasses() throws IOException {
        List<Path> classes =
                classesUnder(FAKE).stream()
                        .filter(file -> !file.toString().contains("Test"))
                        .filter(file -> !file.getFileName().toString().startsWith("Client"))
                        .toList();
        assertThat(classes).hasSizeGreaterThan(25);
        return classes;
    }

    private static List<Path> classesUnder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static Set<String> referencesOf(List<Path> classes) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : classes) {
            for (var entry : ClassFile.of().parse(file).constantPool()) {
                if (entry instanceof ClassEntry used) {
                    names.add(used.asInternalName());
                }
            }
        }
        return names;
    }

    private static List<String> texts(Path file) throws IOException {
        Stream.Builder<String> texts = Stream.builder();
        for (var entry : ClassFile.of().parse(file).constantPool()) {
            if (entry instanceof Utf8Entry text) {
                texts.add(text.stringValue());
            }
        }
        return texts.build().toList();
    }
}

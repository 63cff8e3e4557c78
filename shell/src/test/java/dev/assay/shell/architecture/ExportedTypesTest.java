package dev.assay.shell.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the list of exported types in ARCHITECTURE.md true: no type becomes public unseen. */
class ExportedTypesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINE = Pattern.compile("- `(dev\\.assay\\.[a-z.]+)`: (.+)");

    @Test
    void architectureListsEveryExportedTypeAndNoOther() throws IOException {
        Map<String, Set<String>> exported = new TreeMap<>();
        for (String module : new String[] {"hash-spi", "provider-spi", "core"}) {
            Path classes = ROOT.resolve(module).resolve("target/classes");
            for (String name : exports(classes)) {
                exported.put(name, publicTypes(classes.resolve(name.replace('.', '/'))));
            }
        }

        assertThat(listed()).isEqualTo(exported);
    }

    private static Set<String> exports(Path classes) throws IOException {
        Set<String> names = new TreeSet<>();
        try (var in = Files.newInputStream(classes.resolve("module-info.class"))) {
            ModuleDescriptor.read(in).exports().forEach(export -> names.add(export.source()));
        }
        return names;
    }

    private static Set<String> publicTypes(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.contains("$") && isPublic(file)) {
                    names.add(name.substring(0, name.length() - ".class".length()));
                }
            }
        }
        return names;
    }

    private static boolean isPublic(Path file) throws IOException {
        return ClassFile.of().parse(file).flags().has(AccessFlag.PUBLIC);
    }

    private static Map<String, Set<String>> listed() throws IOException {
        Map<String, Set<String>> listed = new TreeMap<>();
        for (String line : Files.readAllLines(ROOT.resolve("ARCHITECTURE.md"))) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                listed.put(
                        matcher.group(1),
                        new TreeSet<>(Arrays.asList(matcher.group(2).split(" "))));
            }
        }
        return listed;
    }
}

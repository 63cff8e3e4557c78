package dev.assay.core.internal.pickle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges what a pickle imports, by the lists in {@code imports.txt}. An exact name on a list beats
 * a module's {@code *}; what no list knows is suspicious outside Python's standard library and
 * dangerous within it.
 */
public final class ImportRules {

    /** The rules that ship with this version. */
    private static final ImportRules SHIPPED = load();

    /** Modules so powerful that reaching them through another module's attribute is an attack. */
    private static final Set<String> CORE =
            Set.of(
                    "os",
                    "posix",
                    "nt",
                    "sys",
                    "subprocess",
                    "builtins",
                    "__builtin__",
                    "__builtins__",
                    "importlib",
                    "runpy",
                    "pty",
                    "shutil",
                    "socket",
                    "ctypes",
                    "marshal");

    private final Map<String, Set<String>> block = new HashMap<>();
    private final Map<String, Set<String>> nested = new HashMap<>();
    private final Map<String, Set<String>> allow = new HashMap<>();
    private final Map<String, Set<String>> harmless = new HashMap<>();
    private final Set<String> standard = new HashSet<>();
    private String date = "";

    private ImportRules() {}

    /** How an import is judged. */
    enum Judgement {
        /** On the allow-list. */
        ALLOWED,
        /** Allowed for bytes that were scanned. */
        NESTED,
        /** Neither allowed nor known as dangerous. */
        UNKNOWN,
        /** Can run code, or reaches for what can. */
        DANGEROUS
    }

    /** {@return the rules that ship with this version} */
    public static ImportRules shipped() {
        return SHIPPED;
    }

    /** {@return the date of the lists, which names them} */
    public String date() {
        return date;
    }

    /** Judges one import. */
    Judgement judge(String module, String name) {
        if (has(nested, module, name)) {
            return Judgement.NESTED;
        }
        if (has(allow, module, name)) {
            return Judgement.ALLOWED;
        }
        if (has(harmless, module, name)) {
            return Judgement.UNKNOWN;
        }
        if (blocked(module, name) || reachesThrough(module, name)) {
            return Judgement.DANGEROUS;
        }
        if (has(harmless, module, "*")) {
            return standard.contains(name) && !name.equals(module)
                    ? Judgement.DANGEROUS
                    : Judgement.UNKNOWN;
        }
        return standard.contains(topOf(module)) ? Judgement.DANGEROUS : Judgement.UNKNOWN;
    }

    private boolean blocked(String module, String name) {
        String first = topOf(name);
        if (has(block, module, first)) {
            return true;
        }
        for (String parent = module; !parent.isEmpty(); parent = parentOf(parent)) {
            if (has(block, parent, "*")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Python resolves {@code a b.c.d} attribute by attribute, so a harmless module leads to any
     * module that it imports itself (GHSA-5j3x-jp52-966f).
     */
    private boolean reachesThrough(String module, String name) {
        List<String> parts = List.of(name.split("\\.", -1));
        if (parts.size() == 1) {
            return CORE.contains(name) || inside(module);
        }
        boolean known = has(allow, module, parts.getFirst()) || standard.contains(topOf(module));
        return known || inside(module) || parts.stream().anyMatch(this::powerful);
    }

    private boolean inside(String module) {
        return List.of(module.split("\\.", -1)).stream().skip(1).anyMatch(CORE::contains);
    }

    private boolean powerful(String part) {
        return part.startsWith("_") || part.isEmpty() || has(block, part, "*");
    }

    private static boolean has(Map<String, Set<String>> list, String module, String name) {
        return list.getOrDefault(module, Set.of()).contains(name);
    }

    private static String topOf(String dotted) {
        int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    private static String parentOf(String dotted) {
        int dot = dotted.lastIndexOf('.');
        return dot < 0 ? "" : dotted.substring(0, dot);
    }

    private static ImportRules load() {
        try (InputStream in = ImportRules.class.getResourceAsStream("imports.txt")) {
            if (in == null) {
                throw new IllegalStateException("imports.txt is missing from this build");
            }
            ImportRules rules = new ImportRules();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(new Parser(rules)::line);
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads {@code imports.txt}, whose head explains it. */
    private static final class Parser {
        private final ImportRules rules;
        private String section = "";

        Parser(ImportRules rules) {
            this.rules = rules;
        }

        void line(String line) {
            if (line.startsWith("# date ")) {
                rules.date = line.substring(7).strip();
            } else if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']'));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                entry(line);
            }
        }

        private void entry(String line) {
            if (section.equals("stdlib")) {
                rules.standard.addAll(List.of(line.split(" ")));
                return;
            }
            int colon = line.indexOf(':');
            list().computeIfAbsent(line.substring(0, colon), _ -> new HashSet<>())
                    .addAll(List.of(line.substring(colon + 1).strip().split(" ")));
        }

        private Map<String, Set<String>> list() {
            return switch (section) {
                case "block" -> rules.block;
                case "nested" -> rules.nested;
                case "allow" -> rules.allow;
                case "harmless" -> rules.harmless;
                default -> throw new IllegalStateException("unknown section " + section);
            };
        }
    }
}

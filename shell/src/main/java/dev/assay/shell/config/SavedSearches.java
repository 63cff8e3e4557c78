package dev.assay.shell.config;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Filter words kept under a name, which {@code saved:NAME} stands for in every command. A file of
 * lines such as {@code bigold = "type:checkpoint older:1y"}; a blank within a word has a backslash
 * before it.
 */
public final class SavedSearches {
    /** What a word begins with that names a saved search. */
    public static final String PREFIX = "saved:";

    private static final String SECTION = "searches.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,31}");

    private final Path file;

    /** The searches in the folder of the configuration. */
    public SavedSearches(AppDirs dirs) {
        this.file = dirs.config().resolve("searches.toml");
    }

    /** {@return every search by name, as it is written in the file} */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        if (Files.exists(file)) {
            TomlFile.read(file)
                    .values()
                    .forEach((key, words) -> all.put(key.substring(key.indexOf('.') + 1), words));
        }
        return all;
    }

    /** Keeps these words; what was kept under the name before is replaced. */
    public void save(String name, List<String> words) {
        if (!NAME.matcher(name).matches()) {
            throw new Failure(
                    ErrorCode.BAD_VALUE,
                    "not a name for a search: " + name,
                    "Up to 32 letters, digits, - and _, a letter first");
        }
        List<String> expanded = expanded(words);
        if (expanded.isEmpty()) {
            throw new Failure(
                    ErrorCode.ARGUMENT_MISSING,
                    "there is nothing to save without filter words",
                    "For example: assay ls type:lora base:sdxl --save xl");
        }
        new TomlEdit(file)
                .set(
                        SECTION + name,
                        String.join(" ", expanded.stream().map(SavedSearches::escape).toList()));
    }

    /** {@return whether there was such a search to forget} */
    public boolean forget(String name) {
        return all().containsKey(name) && new TomlEdit(file).unset(SECTION + name);
    }

    /** {@return the words, with those that name a search replaced by what it stands for} */
    public List<String> expanded(List<String> words) {
        List<String> all = new ArrayList<>();
        for (String word : words) {
            if (word.startsWith(PREFIX)) {
                all.addAll(find(word.substring(PREFIX.length())));
            } else {
                all.add(word);
            }
        }
        return all;
    }

    private List<String> find(String name) {
        Map<String, String> known = all();
        if (!known.containsKey(name)) {
            throw new Failure(
                    ErrorCode.NO_MATCH,
                    "no saved search " + name + "." + Suggest.question(name, known.keySet()),
                    known.isEmpty()
                            ? "Save one: assay ls type:lora base:sdxl --save " + name
                            : "There are: " + String.join(", ", known.keySet()));
        }
        return Arrays.stream(known.get(name).split("(?<!\\\\) +", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replace("\\ ", " "))
                .toList();
    }

    private static String escape(String word) {
        return word.replace(" ", "\\ ");
    }
}

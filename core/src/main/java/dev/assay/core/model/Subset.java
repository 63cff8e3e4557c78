package dev.assay.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of many files to read today: {@code 5%}, {@code 3/7}, {@code 200G}. */
public sealed interface Subset {

    /** All of them. */
    record All() implements Subset {}

    /**
     * The first of them, up to this share of their bytes.
     *
     * @param percent above 0, to 100
     */
    record Share(double percent) implements Subset {}

    /**
     * Every file belongs to one of so many parts, whatever else is there.
     *
     * @param part which, from 1
     * @param of how many parts there are
     */
    record Part(int part, int of) implements Subset {}

    /**
     * The first of them, up to so many bytes.
     *
     * @param limit how many bytes, at least one
     */
    record Bytes(long limit) implements Subset {}

    /**
     * {@return what the text means; nothing when it means nothing}
     *
     * @param text such as {@code 5%}, {@code 3/7} or {@code 200G}
     */
    static Optional<Subset> of(String text) {
        Matcher percent = Pattern.compile("(100|[0-9]{1,2}(?:\\.[0-9]+)?)%").matcher(text);
        if (percent.matches()) {
            double share = Double.parseDouble(percent.group(1));
            return share > 0 ? Optional.of(new Share(share)) : Optional.empty();
        }
        Matcher part = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})").matcher(text);
        if (part.matches()) {
            int one = Integer.parseInt(part.group(1));
            int of = Integer.parseInt(part.group(2));
            return one <= of ? Optional.of(new Part(one, of)) : Optional.empty();
        }
        Matcher bytes = Pattern.compile("([0-9]{1,6})([kKmMgGtT])").matcher(text);
        if (bytes.matches()) {
            int power = "kmgt".indexOf(Character.toLowerCase(bytes.group(2).charAt(0))) + 1;
            long limit = Long.parseLong(bytes.group(1)) << (10 * power);
            return limit > 0 ? Optional.of(new Bytes(limit)) : Optional.empty();
        }
        return Optional.empty();
    }

    /**
     * {@return the files of this part, in their order}
     *
     * @param files all of them
     */
    default List<CatalogEntry> select(List<CatalogEntry> files) {
        return switch (this) {
            case All _ -> files;
            case Share(double percent) -> upTo(files, (long) (total(files) * percent / 100));
            case Bytes(long limit) -> upTo(files, limit);
            case Part(int part, int of) ->
                    files.stream()
                            .filter(file ->
                                    Math.floorMod(file.file().path().hashCode(), of) == part - 1)
                            .toList();
        };
    }

    private static long total(List<CatalogEntry> files) {
        return files.stream().mapToLong(file -> file.file().size()).sum();
    }

    /**
     * At least one file, else a limit below the largest file would keep it from ever being read.
     */
    private static List<CatalogEntry> upTo(List<CatalogEntry> files, long limit) {
        List<CatalogEntry> chosen = new ArrayList<>();
        long sum = 0;
        for (CatalogEntry file : files) {
            if (!chosen.isEmpty() && sum + file.file().size() > limit) {
                return chosen;
            }
            chosen.add(file);
            sum += file.file().size();
        }
        return chosen;
    }
}

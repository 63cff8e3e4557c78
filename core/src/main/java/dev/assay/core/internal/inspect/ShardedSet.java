package dev.assay.core.internal.inspect;

import dev.assay.core.internal.bytes.FileSource;
import dev.assay.core.internal.format.Containers;
import dev.assay.core.internal.format.Header;
import dev.assay.core.internal.format.ShardIndex;
import dev.assay.core.internal.format.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model that lies in several files, {@code NAME-00001-of-00003.EXT}. One shard's tensors seldom
 * tell what the whole is, so a shard is classified by the headers of all that are there.
 *
 * @param others the shards beside this one that are there
 * @param missing the names of those that are not
 */
record ShardedSet(List<Path> others, List<String> missing) {

    private static final Pattern SHARD =
            Pattern.compile("(.+)-(\\d{5})-of-(\\d{5})\\.(safetensors|bin|gguf)");

    private static final int MAX_SHARDS = 100;
    private static final long MAX_INDEX = 32 << 20;

    /** {@return the set that a file belongs to, judged by its name} */
    static Optional<ShardedSet> of(Path shard) {
        Path folder = shard.toAbsolutePath().getParent();
        Path name = shard.getFileName();
        if (folder == null || name == null || !name.toString().contains("-of-")) {
            return Optional.empty();
        }
        Matcher matcher = SHARD.matcher(name.toString());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>(listed(folder, matcher));
        names.addAll(counted(matcher));
        names.remove(name.toString());
        return Optional.of(split(folder, names));
    }

    private static ShardedSet split(Path folder, Set<String> names) {
        List<Path> others = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            Path other = folder.resolve(name);
            if (Files.isRegularFile(other)) {
                others.add(other);
            } else {
                missing.add(name);
            }
        }
        return new ShardedSet(others, missing);
    }

    private static List<String> counted(Matcher name) {
        int count = Math.min(Integer.parseInt(name.group(3)), MAX_SHARDS);
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("%s-%05d-of-%s.%s".formatted(name.group(1), i, name.group(3), name.group(4)));
        }
        return names;
    }

    /** What the index names, as far as it lies in the same folder. */
    private static List<String> listed(Path folder, Matcher name) {
        Path index = folder.resolve(name.group(1) + "." + name.group(4) + ".index.json");
        if (!Files.isRegularFile(index)) {
            return List.of();
        }
        try (FileSource source = FileSource.open(index)) {
            return ShardIndex.files(source.slice(0, MAX_INDEX)).stream()
                    .filter(ShardedSet::isPlain)
                    .limit(MAX_SHARDS)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isPlain(String name) {
        try {
            return Path.of(name).getNameCount() == 1
                    && !name.isEmpty()
                    && !name.equals("..")
                    && !Path.of(name).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** {@return the header of the whole set, as far as it is there} */
    Header merged(Header shard) {
        List<Tensor> tensors = new ArrayList<>(shard.tensors());
        Map<String, String> metadata = new HashMap<>(shard.metadata());
        for (Path other : others) {
            try (FileSource source = FileSource.open(other)) {
                Header header = Containers.read(source, other.toString()).header();
                tensors.addAll(header.tensors());
                header.metadata().forEach(metadata::putIfAbsent);
            } catch (IOException | RuntimeException | StackOverflowError e) {
                // That shard gets its own report; this one is classified without it.
            }
        }
        return new Header(
                shard.format(),
                shard.state(),
                shard.payloadOffset(),
                tensors,
                metadata,
                shard.globals(),
                shard.remarks());
    }
}

package dev.assay.shell.command;

import dev.assay.core.model.AlgorithmInfo;
import dev.assay.hash.spi.HashId;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Invocation;
import dev.assay.shell.view.HashNames;
import java.util.ArrayList;
import java.util.List;

/** Turns the names of hashes on the command line into recipes. */
public final class Algorithms {
    private final List<AlgorithmInfo> installed;
    private final HashNames names;

    /** Knows what is installed for this run. */
    public Algorithms(Invocation run) {
        this.installed = run.library().algorithms();
        this.names = new HashNames(installed);
    }

    /** {@return how they are written} */
    public HashNames names() {
        return names;
    }

    /** {@return the recipes of these names; {@code all} is every installed one} */
    public List<HashId> parse(List<String> typed) {
        List<HashId> hashes = new ArrayList<>();
        for (String word : typed) {
            List<HashId> meant = word.equals("all") ? ids() : List.of(one(word));
            meant.stream().filter(id -> !hashes.contains(id)).forEach(hashes::add);
        }
        return hashes;
    }

    private HashId one(String word) {
        return names.find(word).filter(ids()::contains).orElseThrow(() -> unknown(word));
    }

    private Failure unknown(String word) {
        List<String> all = ids().stream().map(HashId::value).toList();
        return new Failure(
                        ErrorCode.UNKNOWN_ALGORITHM,
                        "no hash algorithm " + word + "." + Suggest.question(word, all),
                        "Installed: " + String.join(" ", all))
                .with("algorithm", word)
                .with("installed", all);
    }

    private List<HashId> ids() {
        return installed.stream().map(AlgorithmInfo::id).sorted().toList();
    }
}

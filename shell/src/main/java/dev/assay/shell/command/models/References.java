package dev.assay.shell.command.models;

import dev.assay.core.model.ProviderInfo;
import dev.assay.core.model.VerifyRequest.Reference;
import dev.assay.shell.command.digest.Sha256Sums;
import dev.assay.shell.config.Suggest;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Invocation;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What {@code --against} names: the catalog, a provider, or a file of checksums. */
final class References {
    private static final String CATALOG = "catalog";
    private static final String ANY_PROVIDER = "provider";

    private final Invocation run;

    References(Invocation run) {
        this.run = run;
    }

    Reference of(String word) {
        if (word.equals(CATALOG)) {
            return new Reference.Catalog();
        }
        List<String> providers =
                run.library().providers().stream().map(ProviderInfo::name).toList();
        if (word.equals(ANY_PROVIDER) && !providers.isEmpty()) {
            return new Reference.Provider(providers.getFirst());
        }
        if (providers.contains(word)) {
            return new Reference.Provider(word);
        }
        if (Files.isRegularFile(run.host().path(word))) {
            return new Reference.Digests(Sha256Sums.read(run, word));
        }
        List<String> known = new ArrayList<>(providers);
        known.add(CATALOG);
        throw new Failure(
                ErrorCode.BAD_VALUE,
                "--against "
                        + word
                        + " is no provider and no file."
                        + Suggest.question(word, known),
                "It takes: " + String.join(", ", known) + ", or a file of checksums");
    }
}

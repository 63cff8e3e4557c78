package dev.assay.shell.command.models;

import dev.assay.core.model.CatalogEntry;
import dev.assay.provider.spi.ModelInfo;
import dev.assay.provider.spi.Outcome;
import dev.assay.shell.command.Selection;
import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.ExitCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.run.Invocation;
import java.nio.file.Path;
import java.util.List;

/** {@code identify --set, --reject, --forget}: what a person says of who a file is. */
final class ByHand {
    private final Invocation run;
    private final String provider;
    private final List<CatalogEntry> files;

    ByHand(Invocation run, String provider, List<String> selectors) {
        this.run = run;
        this.provider = provider;
        this.files = new Selection(run).some(selectors);
    }

    /** One model is what one file is. */
    ExitCode set(String address, boolean anonymous) {
        if (files.size() > 1) {
            throw new Failure(
                    ErrorCode.AMBIGUOUS,
                    "%,d files fit, and --set is about one".formatted(files.size()),
                    "Name one of them by its path");
        }
        Path file = files.getFirst().file().path();
        String plain = withoutProvider(address);
        return switch (run.library().identities().set(file, provider, plain, anonymous)) {
            case Outcome.Found found -> {
                ModelInfo model = found.candidates().getFirst().model();
                run.note(
                        "%s is %s:%s%s from now on"
                                .formatted(
                                        file.getFileName(),
                                        provider,
                                        model.address(),
                                        model.modelName().map(name -> " " + name).orElse("")));
                yield ExitCode.OK;
            }
            case Outcome.NotFound _ ->
                    throw new Failure(
                            ErrorCode.NO_MATCH,
                            "%s has no model at %s".formatted(provider, address),
                            "Write it like civitai:4201@130072, or paste the link of its page");
            case Outcome.Denied denied ->
                    throw new Failure(ErrorCode.TOKEN_MISSING, denied.reason(), denied.remedy());
            case Outcome.Unavailable unavailable ->
                    throw new Failure(
                            unavailable.cause() == Outcome.Unavailable.Cause.BUSY
                                    ? ErrorCode.RATE_LIMITED
                                    : ErrorCode.PROVIDER_UNAVAILABLE,
                            unavailable.reason());
        };
    }

    private String withoutProvider(String address) {
        String prefix = provider + ":";
        return address.startsWith(prefix) ? address.substring(prefix.length()) : address;
    }

    ExitCode reject(String address) {
        String plain = withoutProvider(address);
        long taken =
                files.stream()
                        .map(entry -> entry.file().path())
                        .filter(file -> run.library().identities().reject(file, provider, plain))
                        .count();
        if (taken == 0) {
            throw new Failure(
                    ErrorCode.NO_MATCH,
                    "none of these files is taken for " + address,
                    "See what they are taken for: assay show FILE");
        }
        run.note(
                "%s not %s, for good"
                        .formatted(taken == 1 ? "1 file is" : taken + " files are", address));
        return ExitCode.OK;
    }

    ExitCode forget() {
        files.forEach(entry -> run.library().identities().forget(entry.file().path(), provider));
        run.note(
                "forgot what %s and you said of %s; assay identify asks anew"
                        .formatted(
                                provider, files.size() == 1 ? "1 file" : files.size() + " files"));
        return ExitCode.OK;
    }
}

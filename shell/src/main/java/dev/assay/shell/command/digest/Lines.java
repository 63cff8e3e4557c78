package dev.assay.shell.command.digest;

import dev.assay.shell.error.ErrorCode;
import dev.assay.shell.error.Failure;
import dev.assay.shell.render.Format;
import dev.assay.shell.render.OutputOptions;
import dev.assay.shell.run.Invocation;

/**
 * Whether what is printed comes line by line, as files are read. Lines in the form of {@code
 * sha256sum} have no columns, and can be neither sorted nor counted beforehand.
 */
record Lines(Invocation run, Format format) {

    /** {@return whether each line comes as soon as it can, and not all of them at the end} */
    boolean comeAtOnce() {
        OutputOptions options = run.outputOptions(format);
        boolean sorted = options.sort().isPresent();
        boolean limited = options.limit() != Integer.MAX_VALUE;
        if (format != Format.LIST && format != Format.TABLE) {
            return format == Format.JSONL && !sorted && !limited;
        }
        refuse("-F", !options.fields().isEmpty());
        refuse("--sort", sorted);
        refuse("--limit", limited);
        return true;
    }

    private static void refuse(String option, boolean given) {
        if (given) {
            throw new Failure(
                    ErrorCode.BAD_OPTION,
                    option + " means nothing for lines as sha256sum writes them",
                    "Ask for another form with it, such as -o tsv");
        }
    }
}

package dev.assay.shell.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;

/**
 * Standard input, which whoever read it to its end may close like any other: the descriptor stays
 * open. The next file to be opened would take its number, and be read as what the user gave.
 */
final class StandardInput extends FilterInputStream {
    StandardInput() {
        super(new FileInputStream(FileDescriptor.in));
    }

    @Override
    public void close() {}
}

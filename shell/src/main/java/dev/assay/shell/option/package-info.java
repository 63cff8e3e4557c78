/** Options of commands, as the parser is told of them and as commands read them. */
@org.jspecify.annotations.NullMarked
package dev.assay.shell.option;

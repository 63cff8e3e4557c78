/** The command line and the interactive shell: the only module that talks to a person. */
@org.jspecify.annotations.NullMarked
module dev.assay.shell {
    requires dev.assay.core;
    requires info.picocli;
    requires jdk.unsupported; // JLine reaches the signals of the JVM through it
    requires org.jline.reader;
    requires org.jline.terminal;
    requires org.slf4j;
    requires static org.jspecify;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.toml;

    provides org.slf4j.spi.SLF4JServiceProvider with
            dev.assay.shell.log.LogProvider;
}

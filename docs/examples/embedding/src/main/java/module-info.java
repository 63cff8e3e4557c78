/** A program that embeds Assay's core. */
module org.example.embedding {
    requires dev.assay.core;
}

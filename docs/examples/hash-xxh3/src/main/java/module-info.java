/** XXH3-64 as a hash plugin for Assay. */
@SuppressWarnings("module") // "xxh3" ends in a digit
module org.example.xxh3 {
    requires dev.assay.hash.spi;
    requires com.dynatrace.hash4j;

    provides dev.assay.hash.spi.HashPlugin with
            org.example.xxh3.Xxh3Plugin;
}

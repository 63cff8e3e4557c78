package dev.assay.hash.spi.contract;

import dev.assay.hash.spi.DerivedHash;
import java.util.List;

/** What a hash made from another hash must keep. */
final class DerivedClauses {
    private DerivedClauses() {}

    static List<Clause> of(DerivedHash hash, int sourceLength) {
        byte[] source = Expect.sample(sourceLength);
        return List.of(
                new Clause(
                        "source() is another hash, the same at every call",
                        () -> {
                            Expect.same(hash.source(), hash.source());
                            Expect.that(!hash.source().equals(hash.id()), "itself");
                        }),
                new Clause(
                        "derive() gives length() bytes",
                        () -> Expect.same(hash.length(), hash.derive(source.clone()).length)),
                new Clause(
                        "derive() gives the same bytes for the same source",
                        () ->
                                Expect.same(
                                        hash.derive(source.clone()), hash.derive(source.clone()))));
    }
}

package dev.assay.hash.spi.contract;

import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashPlugin;
import dev.assay.hash.spi.StreamHash;
import dev.assay.hash.spi.TreeHash;
import java.util.ArrayList;
import java.util.List;

/** The sentences that every hash algorithm must keep. Stateless; safe for use by many threads. */
public final class HashContract {
    /** The length of the digest that a derived hash is tried on: the usual one. */
    private static final int USUAL_SOURCE_LENGTH = 32;

    private HashContract() {}

    /**
     * {@return the clauses of this algorithm's shape} A derived hash is tried on a source of 32
     * bytes; see {@link #of(DerivedHash, int)}.
     *
     * @param hash the algorithm to try
     */
    public static List<Clause> of(HashAlgorithm hash) {
        return switch (hash) {
            case StreamHash stream -> joined(common(hash), StreamClauses.of(stream));
            case TreeHash tree -> joined(common(hash), TreeClauses.of(tree));
            case DerivedHash derived -> of(derived, USUAL_SOURCE_LENGTH);
        };
    }

    /**
     * {@return the clauses of a hash derived from a digest of that many bytes}
     *
     * @param hash the algorithm to try
     * @param sourceLength how many bytes its source has
     */
    public static List<Clause> of(DerivedHash hash, int sourceLength) {
        return joined(common(hash), DerivedClauses.of(hash, sourceLength));
    }

    /**
     * Checks every clause of an algorithm.
     *
     * @param hash the algorithm to try
     * @throws AssertionError naming every sentence that is broken
     */
    public static void check(HashAlgorithm hash) {
        check(of(hash));
    }

    /**
     * Checks a plugin and everything it brings.
     *
     * @param plugin the plugin to try
     * @throws AssertionError naming every sentence that is broken
     */
    public static void check(HashPlugin plugin) {
        check(PluginClauses.of(plugin));
        plugin.algorithms().forEach(HashContract::check);
    }

    private static void check(List<Clause> clauses) {
        List<AssertionError> broken = new ArrayList<>();
        for (Clause clause : clauses) {
            try {
                clause.check();
            } catch (AssertionError e) {
                broken.add(e);
            }
        }
        if (!broken.isEmpty()) {
            AssertionError all = new AssertionError(Expect.lines(broken));
            broken.forEach(all::addSuppressed);
            throw all;
        }
    }

    private static List<Clause> common(HashAlgorithm hash) {
        return List.of(
                new Clause(
                        "id() gives the same id at every call",
                        () -> Expect.same(hash.id(), hash.id())),
                new Clause(
                        "name() has 1 to 40 printable characters and no space",
                        () -> Expect.that(hash.name().matches("[!-~]{1,40}"), hash.name())),
                new Clause(
                        "length() is 1 to 128 bytes",
                        () ->
                                Expect.that(
                                        hash.length() >= 1 && hash.length() <= 128,
                                        hash.length() + " bytes")),
                new Clause(
                        "purpose() is one line of 1 to 80 characters",
                        () ->
                                Expect.that(
                                        hash.purpose().matches("\\P{Cntrl}{1,80}"),
                                        hash.purpose())));
    }

    private static List<Clause> joined(List<Clause> first, List<Clause> second) {
        List<Clause> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}

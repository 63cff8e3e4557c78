package dev.assay.core.internal.hash;

import static java.util.Objects.requireNonNull;

import dev.assay.core.internal.plugin.Guard;
import dev.assay.core.model.HashOutcome;
import dev.assay.hash.spi.DerivedHash;
import dev.assay.hash.spi.FileFacts;
import dev.assay.hash.spi.HashAlgorithm;
import dev.assay.hash.spi.HashId;
import dev.assay.hash.spi.Scope;
import dev.assay.hash.spi.StreamHash;
import dev.assay.hash.spi.TreeHash;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** Which bytes of one input go to which hash, and what follows from what. */
final class HashPlan {
    private final List<Chain> chains = new ArrayList<>();
    private final List<Parts> parts = new ArrayList<>();
    private final Map<HashId, DerivedHash> derived = new LinkedHashMap<>();
    private final Map<HashId, HashOutcome> settled = new HashMap<>();
    private final List<HashId> wanted;
    private final boolean blockSums;
    private final LongFunction<FileFacts> facts;

    private HashPlan(List<HashId> wanted, boolean blockSums, LongFunction<FileFacts> facts) {
        this.wanted = wanted;
        this.blockSums = blockSums;
        this.facts = facts;
    }

    static HashPlan of(Map<HashId, HashAlgorithm> installed, HashJob job) {
        HashPlan plan = new HashPlan(job.wanted(), job.blockSums(), _ -> job.facts());
        for (HashAlgorithm hash : withSources(installed, job.wanted())) {
            switch (hash) {
                case DerivedHash one -> plan.derived.put(one.id(), one);
                case StreamHash one -> plan.add(one, job.facts());
                case TreeHash one -> plan.parts.add(Parts.of(one, job.facts().size(), job.run()));
            }
        }
        return plan;
    }

    /**
     * A plan for a pipe, whose length nobody knows; a hash that needs it is undefined.
     *
     * @param facts what is known of the pipe, were this its length
     */
    static HashPlan ofPipe(
            Map<HashId, HashAlgorithm> installed,
            List<HashId> wanted,
            LongFunction<FileFacts> facts) {
        HashPlan plan = new HashPlan(wanted, false, facts);
        FileFacts asIfEndless = facts.apply(Long.MAX_VALUE);
        for (HashAlgorithm hash : withSources(installed, wanted)) {
            switch (hash) {
                case DerivedHash one -> plan.derived.put(one.id(), one);
                case StreamHash one -> plan.add(one, asIfEndless);
                case TreeHash one -> plan.addPipe(one);
            }
        }
        return plan;
    }

    /** {@return where the checksums of this input's blocks are gathered, if they are wanted} */
    BlockCrcs blockCrcs() {
        return new BlockCrcs(blockSums);
    }

    private void addPipe(TreeHash hash) {
        try {
            Parts.ofPipe(hash).ifPresentOrElse(parts::add, () -> settle(unknownLength(hash.id())));
        } catch (RuntimeException | LinkageError e) {
            settle(new HashOutcome.Failed(hash.id(), Guard.describe(e)));
        }
    }

    private static HashOutcome unknownLength(HashId id) {
        return new HashOutcome.Undefined(id, "needs to know the length beforehand");
    }

    private void settle(HashOutcome outcome) {
        settled.put(outcome.id(), outcome);
    }

    /** What is wanted and what that is derived from, sources first, each once. */
    private static List<HashAlgorithm> withSources(
            Map<HashId, HashAlgorithm> installed, List<HashId> wanted) {
        Map<HashId, HashAlgorithm> needed = new LinkedHashMap<>();
        wanted.forEach(id -> need(installed, id, needed));
        return List.copyOf(needed.values());
    }

    private static void need(
            Map<HashId, HashAlgorithm> installed, HashId id, Map<HashId, HashAlgorithm> needed) {
        HashAlgorithm hash = installed.get(id);
        if (hash == null) {
            throw new IllegalArgumentException("Not installed: " + id);
        }
        if (hash instanceof DerivedHash one) {
            need(installed, one.source(), needed);
        }
        needed.putIfAbsent(id, hash);
    }

    /** Asks a plugin where to read, and takes no plugin's word that the place exists. */
    private void add(StreamHash hash, FileFacts file) {
        HashId id = hash.id();
        try {
            switch (hash.scope(file)) {
                case Scope.Bytes(List<Scope.Range> ranges) -> {
                    if (!ranges.isEmpty() && ranges.getLast().end() > file.size()) {
                        throw new IllegalStateException("it reads behind the end of the file");
                    }
                    chains.add(new Chain(hash, ranges));
                }
                case Scope.Undefined(String reason) ->
                        settle(new HashOutcome.Undefined(id, reason));
            }
        } catch (RuntimeException | LinkageError e) {
            settle(new HashOutcome.Failed(id, Guard.describe(e)));
        }
    }

    List<Chain> chains() {
        return chains;
    }

    List<Parts> parts() {
        return parts;
    }

    /** The ranges of the file that anybody reads, in file order, joined where they touch. */
    List<Scope.Range> spans(long size) {
        if (!parts.isEmpty()) {
            return List.of(new Scope.Range(0, size));
        }
        List<Scope.Range> ranges = new ArrayList<>();
        for (Chain chain : chains) {
            ranges.addAll(chain.ranges());
        }
        ranges.sort(Comparator.comparingLong(Scope.Range::offset));
        List<Scope.Range> spans = new ArrayList<>(ranges.size());
        for (Scope.Range range : ranges) {
            if (range.length() > 0) {
                join(spans, range);
            }
        }
        return spans;
    }

    /** Gives a block of the input, which starts at {@code position}, to every hash. */
    void update(MemorySegment block, long position) {
        for (Chain chain : chains) {
            chain.update(block, position);
        }
        for (Parts part : parts) {
            part.updateAll(block, position);
        }
    }

    /** Tells tree hashes of an input without bytes, which has one segment all the same. */
    void updateEmpty() {
        parts.forEach(Parts::updateEmpty);
    }

    /** {@return how many bytes of the file have to be read} */
    long bytes(long size) {
        return bytes(spans(size));
    }

    static long bytes(List<Scope.Range> spans) {
        long bytes = 0;
        for (Scope.Range span : spans) {
            bytes += span.length();
        }
        return bytes;
    }

    private static void join(List<Scope.Range> spans, Scope.Range range) {
        if (spans.isEmpty() || spans.getLast().end() < range.offset()) {
            spans.add(range);
            return;
        }
        long start = spans.getLast().offset();
        long end = Math.max(spans.getLast().end(), range.end());
        spans.set(spans.size() - 1, new Scope.Range(start, end - start));
    }

    /** What came of every hash that was asked for; called once, when all bytes are through. */
    List<HashOutcome> outcomes() {
        Map<HashId, HashOutcome> all = new HashMap<>(settled);
        for (Chain chain : chains) {
            all.put(chain.id(), chain.outcome());
        }
        for (Parts part : parts) {
            all.put(part.id(), part.outcome());
        }
        for (DerivedHash hash : derived.values()) {
            all.put(hash.id(), derive(hash, all));
        }
        List<HashOutcome> outcomes = new ArrayList<>(wanted.size());
        for (HashId id : wanted) {
            outcomes.add(requireNonNull(all.get(id)));
        }
        return outcomes;
    }

    /**
     * What came of every hash over a pipe, now that its length is known. What a hash read as if the
     * pipe had no end must be what it would have read of a file of that length.
     */
    List<HashOutcome> outcomesOfPipe(long length) {
        for (Chain chain : List.copyOf(chains)) {
            chain.notDefinedAfterAll(facts.apply(length)).ifPresent(this::settle);
        }
        chains.removeIf(chain -> settled.containsKey(chain.id()));
        if (length == 0) {
            updateEmpty();
        }
        return outcomes();
    }

    private static HashOutcome derive(DerivedHash hash, Map<HashId, HashOutcome> all) {
        return switch (all.get(hash.source())) {
            case HashOutcome.Computed(var digest) ->
                    Outcomes.computed(hash, () -> hash.derive(digest.bytes()));
            case HashOutcome.Undefined(var _, String reason) ->
                    new HashOutcome.Undefined(hash.id(), reason);
            case HashOutcome.Failed(var source, String reason) ->
                    new HashOutcome.Failed(hash.id(), source + " failed: " + reason);
            case null -> throw new IllegalStateException("No outcome of " + hash.source());
        };
    }
}

package dev.assay.fake.civitai;

import java.time.Duration;
import java.util.Random;

/** How long the site takes. */
@FunctionalInterface
public interface Latency {
    /** The reply with the wait, or in place of it what the edge sends when the site is too slow. */
    Reply slow(Route route, Request request, Reply reply);

    /** No wait at all. */
    static Latency none() {
        return (_, _, reply) -> reply;
    }

    /**
     * What the evidence says of the real site: by-hash 150 to 600 ms, ids 200 ms and 0.1 ms a hash,
     * a page of models 0.4 to 2 s, one in a hundred 5 s, one in five hundred a 524.
     */
    static Latency real(long seed) {
        Random random = new Random(seed);
        return (route, request, reply) -> {
            synchronized (random) {
                double chance = random.nextDouble();
                if (chance < 0.002) {
                    return Faults.gateway(524).answer(request, () -> reply);
                }
                boolean slow = chance < 0.012;
                return reply.after(slow ? Duration.ofSeconds(5) : usual(route, request, random));
            }
        };
    }

    private static Duration usual(Route route, Request request, Random random) {
        return Duration.ofMillis(
                switch (route) {
                    case BY_HASH_IDS -> 200 + request.body().length / 670;
                    case MODELS, MODEL -> random.nextInt(400, 2000);
                    default -> random.nextInt(150, 600);
                });
    }
}

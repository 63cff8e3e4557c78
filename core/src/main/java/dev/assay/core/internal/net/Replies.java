package dev.assay.core.internal.net;

import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.HttpResult.Kind;
import dev.assay.provider.spi.HttpResult.NoReply;
import dev.assay.provider.spi.HttpResult.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What kind of reply it is. */
final class Replies {
    private static final Set<Integer> BUSY_OR_BROKEN =
            Set.of(408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530);
    private static final Set<Integer> SENT_ON = Set.of(301, 302, 303, 307, 308);
    private static final int TOO_MANY = 429;
    private static final int LOOK_AT = 64 << 10;

    private Replies() {}

    /** {@return whether the same request may do better later} */
    static boolean maybeLater(HttpResult result) {
        return switch (result) {
            case Reply reply -> BUSY_OR_BROKEN.contains(reply.status());
            case NoReply none ->
                    switch (none.kind()) {
                        case UNREACHABLE, CUT_OFF, TOO_SLOW -> true;
                        case OFFLINE,
                                TOO_LARGE,
                                WEB_PAGE,
                                REDIRECTED,
                                BAD_SECRET,
                                BUSY,
                                BUDGET,
                                STOPPED ->
                                false;
                    };
        };
    }

    /** {@return the status, or why there is no reply; holds nothing the other side wrote} */
    static String describe(HttpResult result) {
        return switch (result) {
            case Reply reply -> "HTTP " + reply.status();
            case NoReply none -> none.reason();
        };
    }

    /** {@return what it means for the rest of a run that has had enough of such results} */
    static Kind whenStopped(HttpResult result) {
        return result instanceof Reply reply && reply.status() == TOO_MANY
                ? Kind.BUSY
                : Kind.STOPPED;
    }

    static boolean isSentOn(Reply reply) {
        return SENT_ON.contains(reply.status()) && reply.header("location").isPresent();
    }

    /** {@return whether it is a page for people: a challenge, a portal, a maintenance notice} */
    static boolean isWebPage(Reply reply) {
        return reply.header("content-type").orElse("").toLowerCase(Locale.ROOT).contains("html")
                || startsLikeMarkup(reply.body());
    }

    private static boolean startsLikeMarkup(byte[] body) {
        for (byte one : body) {
            boolean skipped = one <= ' '; // blanks, and the negative bytes of a byte order mark
            if (!skipped) {
                return one == '<';
            }
        }
        return false;
    }

    /** {@return whether Cloudflare wants to see a browser, with whatever status} */
    static boolean isChallenge(Reply reply) {
        return reply.header("cf-mitigated").isPresent()
                || (isWebPage(reply) && mentionsChallenge(reply));
    }

    private static boolean mentionsChallenge(Reply reply) {
        int length = Math.min(reply.body().length, LOOK_AT);
        String start = new String(reply.body(), 0, length, StandardCharsets.ISO_8859_1);
        return start.contains("_cf_chl_opt")
                || start.contains("challenge-platform")
                || start.contains("Just a moment");
    }
}

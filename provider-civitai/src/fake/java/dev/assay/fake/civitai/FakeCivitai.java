package dev.assay.fake.civitai;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A stand-in for CivitAI's API on two loopback origins: the site and its file storage. It answers
 * by the rules that were read in the site's source (see {@code docs/fake-civitai.md}), keeps a log
 * of all requests, and fails as scripted. Safe for all threads; {@link #close} ends it.
 *
 * <p>By hand: {@code java .../FakeCivitai.java --port 8123 --load FOLDER --hashes FILE}.
 */
public final class FakeCivitai implements AutoCloseable {
    /** The key that is a user's from the start. */
    public static final String GOOD_KEY = "good";

    private final Site site = new Site();
    private final Switches switches = new Switches();
    private final FaultScript faults = new FaultScript();
    private final RequestLog log = new RequestLog();
    private final Set<String> goodKeys = ConcurrentHashMap.newKeySet();
    private final HashRoutes hashes = new HashRoutes(site, switches);
    private final VersionRoutes versions = new VersionRoutes(site);
    private final ModelRoutes models = new ModelRoutes(site, switches);
    private final DownloadRoutes downloads = new DownloadRoutes(site);
    private final Clock clock;
    private final LoopbackServer api;
    private final LoopbackServer storage;
    private volatile Latency latency = Latency.none();

    private FakeCivitai(int port, Clock clock) throws IOException {
        this.clock = clock;
        goodKeys.add(GOOD_KEY);
        api = LoopbackServer.start(port, this::answerApi);
        storage = LoopbackServer.start(0, this::answerStorage);
    }

    /** Starts on free ports. */
    public static FakeCivitai start() throws IOException {
        return start(0, Clock.systemUTC());
    }

    /** Starts with the API on this port (0 takes a free one) and dates from this clock. */
    public static FakeCivitai start(int port, Clock clock) throws IOException {
        return new FakeCivitai(port, clock);
    }

    /** What to put into {@code ASSAY_CIVITAI_BASE_URL}: the origin, without {@code /api/v1}. */
    public String baseUrl() {
        return api.origin();
    }

    /** The other origin, where the bytes of files are; no key may ever arrive there. */
    public String storageUrl() {
        return storage.origin();
    }

    /** Adds a model. */
    public FakeCivitai add(ModelSpec model) {
        site.add(model.build(baseUrl()));
        return this;
    }

    /** Adds every recorded answer of a folder. */
    public RecordedBodies.Loaded load(Path folder) throws IOException {
        return RecordedBodies.load(folder, site);
    }

    /** Makes another key a user's. */
    public FakeCivitai accept(String key) {
        goodKeys.add(key);
        return this;
    }

    /** The faults to come. */
    public FaultScript faults() {
        return faults;
    }

    /** Habits to turn on and off. */
    public Switches switches() {
        return switches;
    }

    /** What was asked so far. */
    public RequestLog log() {
        return log;
    }

    /** From now on the site is as slow as this. */
    public void latency(Latency profile) {
        latency = profile;
    }

    /** SHA256 of every file it knows, in the order added. */
    public List<String> knownSha256s() {
        return site.sha256s();
    }

    @Override
    public void close() throws IOException {
        api.close();
        storage.close();
    }

    private Reply answerApi(Request request) {
        Route route = Route.of(request.path());
        return answer(route == Route.STORAGE ? Route.OTHER : route, request);
    }

    private Reply answerStorage(Request request) {
        return answer(Route.STORAGE, request);
    }

    private Reply answer(Route route, Request request) {
        int number = log.arrived(route);
        Reply reply = faults.answer(route, number, request, () -> healthy(route, request));
        Reply slowed = latency.slow(route, request, reply);
        log.answered(new RequestLog.Entry(route, number, request, slowed.status()));
        return slowed;
    }

    private Reply healthy(Route route, Request request) {
        if (route != Route.STORAGE && challenged(request)) {
            return Faults.challengePage(403);
        }
        return finished(
                request, route == Route.STORAGE ? downloads.storage(request) : api(route, request));
    }

    /** The edge turns away clients that do not say who they are. */
    private boolean challenged(Request request) {
        String agent = request.header("user-agent").orElse("");
        boolean library =
                agent.isBlank()
                        || agent.startsWith("Java-http-client/")
                        || agent.startsWith("Java/");
        return library && switches.isOn(Switches.Switch.CHALLENGE_LIBRARY_AGENTS);
    }

    private Reply api(Route route, Request request) {
        Optional<Reply> refused = wrongMethod(route, request);
        if (refused.isPresent()) {
            return refused.get();
        }
        boolean session = session(request);
        return switch (route) {
            case BY_HASH -> hashes.one(request);
            case BY_HASH_BATCH -> hashes.batch(request);
            case BY_HASH_IDS -> hashes.ids(request);
            case VERSION -> versions.version(request);
            case VERSION_MINI -> versions.mini(request);
            case MODEL -> models.one(request);
            case MODELS -> models.list(request, session);
            case ENUMS -> Reply.json(200, Enums.body());
            case ME -> me(session);
            case DOWNLOAD -> downloads.redirect(request, session, storageUrl());
            case STORAGE, OTHER -> Reply.html(404, "<!DOCTYPE html><html><body>404</body></html>");
        };
    }

    /** Public routes take any method and answer OPTIONS emptily; the others take GET alone. */
    private static Optional<Reply> wrongMethod(Route route, Request request) {
        return switch (route) {
            case BY_HASH, BY_HASH_BATCH, BY_HASH_IDS, MODEL, ENUMS ->
                    request.method().equals("OPTIONS")
                            ? Optional.of(Reply.text(200, ""))
                            : Optional.empty();
            case MODELS, VERSION, VERSION_MINI, ME ->
                    request.method().equals("GET")
                            ? Optional.empty()
                            : Optional.of(Reply.error(405, "Method not allowed"));
            case DOWNLOAD ->
                    request.method().equals("HEAD")
                            ? Optional.of(Reply.error(401, "Unauthorized"))
                            : Optional.empty();
            case STORAGE, OTHER -> Optional.empty();
        };
    }

    private boolean session(Request request) {
        return request.key().filter(goodKeys::contains).isPresent();
    }

    private static Reply me(boolean session) {
        return session
                ? Reply.json(200, Json.of("id", 1L, "username", "tester", "tier", "free"))
                        .with("Cache-Control", "max-age=0, private, no-cache")
                : Reply.error(401, "Unauthorized");
    }

    /** What the framework and the edge add, and 304 for a body the client has. */
    private Reply finished(Request request, Reply reply) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().atOffset(ZoneOffset.UTC));
        Reply dated = reply.with("Date", date).with("Access-Control-Allow-Origin", "*");
        if (reply.status() != 200 || !Reply.JSON.equals(reply.headers().get("Content-Type"))) {
            return dated;
        }
        String tag = "\"" + Integer.toHexString(Arrays.hashCode(reply.body())) + "\"";
        boolean known = request.header("if-none-match").filter(tag::equals).isPresent();
        Reply tagged = dated.with("ETag", tag).with("X-Handled-By", "fake");
        return known
                ? new Reply(304, tagged.headers(), new byte[0], reply.delivery(), reply.delay())
                : tagged;
    }

    /** Runs the fake until it is interrupted. */
    public static void main(String[] arguments) throws Exception {
        ByHand.Started started = ByHand.run(arguments);
        System.out.println(started.text());
        if (started.running()) {
            Thread.currentThread().join();
        }
    }
}

package dev.assay.fake.civitai;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /models} with its filters and pages, and {@code /models/{id}}. */
final class ModelRoutes {
    private static final int PAGE = 100;
    private static final int PAGE_CAP = 1000;

    private final Site site;
    private final Switches switches;

    ModelRoutes(Site site, Switches switches) {
        this.site = site;
        this.switches = switches;
    }

    /** One model, of any level and mode, unless it is hidden. */
    Reply one(Request request) {
        String argument = Route.MODEL.argument(request.path());
        Optional<String> complaint = Ids.complaint(argument);
        if (complaint.isPresent()) {
            return Reply.error(400, complaint.get());
        }
        long id = Ids.number(argument).orElseThrow().longValue();
        return site.model(id)
                .filter(model -> !hidden(model))
                .map(ModelRoutes::found)
                .orElse(Reply.error(404, "No model with id " + id))
                .with("Cache-Control", "public, s-maxage=300, stale-while-revalidate=150");
    }

    private static Reply found(StoredModel model) {
        return model.brokenForEver
                ? unexpected()
                : Reply.json(200, Bodies.model(model, model.publishedVersions()));
    }

    private static Reply unexpected() {
        return Reply.json(
                500,
                Json.of(
                        "message", "An unexpected error occurred",
                        "error", "timeout exceeded when trying to connect"));
    }

    private static boolean hidden(StoredModel model) {
        return (model.level() & StoredModel.ALL_LEVELS) == 0
                || model.isPrivate()
                || model.flag("poi")
                || !model.published
                || model.publishedVersions().isEmpty();
    }

    /** A page of models. */
    Reply list(Request request, boolean session) {
        Optional<Reply> refused = refused(request, session);
        if (refused.isPresent()) {
            return refused.get();
        }
        Set<Long> ids = numbers(request, "ids");
        Set<Long> versionIds = numbers(request, "modelVersionIds");
        boolean nsfw = flag(request, "nsfw");
        List<StoredModel> matching =
                site.models().stream()
                        .filter(model -> ids.isEmpty() || ids.contains(model.id))
                        .filter(model -> versionIds.isEmpty() || hasOne(model, versionIds))
                        .filter(model -> !hidden(model))
                        .filter(model -> nsfw ? !model.flag("minor") : (model.level() & 1) != 0)
                        .filter(model -> flag(request, "archived") || !model.archived())
                        .toList();
        if (matching.stream().anyMatch(model -> model.brokenForEver)) {
            return unexpected();
        }
        Reply page = page(request, matching, versionIds);
        String cached = "public, s-maxage=300, stale-while-revalidate=150";
        return page.with("Cache-Control", session ? "max-age=0, private, no-cache" : cached);
    }

    private static boolean hasOne(StoredModel model, Set<Long> versionIds) {
        return model.versions.stream().anyMatch(version -> versionIds.contains(version.id));
    }

    private Reply page(Request request, List<StoredModel> matching, Set<Long> versionIds) {
        int size = limit(request);
        int start = Math.min(start(request), matching.size());
        int end = Math.min(start + size, matching.size());
        boolean repeat = start > 0 && switches.isOn(Switches.Switch.REPEATED_ITEMS);
        List<Object> items = new ArrayList<>();
        for (StoredModel model : matching.subList(repeat ? start - 1 : start, end)) {
            items.add(Bodies.item(model, versions(model, versionIds)));
        }
        Map<String, Object> metadata = Json.of();
        if (end < matching.size()) {
            Object cursor = cursor(matching, end);
            metadata.put("nextCursor", cursor);
            metadata.put("nextPage", nextPage(request, cursor));
        }
        return Reply.json(200, Json.of("items", items, "metadata", metadata));
    }

    private static List<StoredVersion> versions(StoredModel model, Set<Long> wanted) {
        return model.publishedVersions().stream()
                .filter(version -> wanted.isEmpty() || wanted.contains(version.id))
                .toList();
    }

    private Object cursor(List<StoredModel> matching, int end) {
        boolean number = switches.isOn(Switches.Switch.NUMERIC_CURSOR);
        return number ? (Object) (long) end : end + "|0|" + matching.get(end).id;
    }

    private static int start(Request request) {
        return request.query("cursor").stream()
                .findFirst()
                .map(cursor -> Integer.parseInt(cursor.split("\\|")[0]))
                .orElse(0);
    }

    /** The site echoes the whole query here, a key in it included. */
    private static String nextPage(Request request, Object cursor) {
        StringBuilder query = new StringBuilder();
        request.parameters()
                .forEach((name, values) -> {
                    if (!name.equals("cursor")) {
                        values.forEach(value -> append(query, name, value));
                    }
                });
        append(query, "cursor", String.valueOf(cursor));
        return request.origin() + request.path() + "?" + query;
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static Optional<Reply> refused(Request request, boolean session) {
        boolean own = !request.query("favorites").isEmpty() || !request.query("hidden").isEmpty();
        if (own && !session) {
            return Optional.of(Reply.error(401, "Unauthorized"));
        }
        if (!request.query("query").isEmpty() && !request.query("page").isEmpty()) {
            String text = "Cannot use page param with query search. Use cursor-based pagination.";
            return Optional.of(Reply.error(400, text));
        }
        return badParameter(request).or(() -> tooFar(request));
    }

    private static Optional<Reply> tooFar(Request request) {
        int page = request.query("page").stream().findFirst().map(Integer::parseInt).orElse(1);
        boolean far = page > 1 && page * limit(request) > PAGE_CAP;
        String text = "You've requested too many pages, please use cursors instead";
        return far ? Optional.of(Reply.error(429, text)) : Optional.empty();
    }

    private static Optional<Reply> badParameter(Request request) {
        for (String name : List.of("ids", "modelVersionIds", "limit", "page")) {
            boolean junk =
                    parts(request, name).stream().anyMatch(part -> Ids.number(part).isEmpty());
            if (junk) {
                return Optional.of(zod(notANumber(name)));
            }
        }
        if (request.query("types").stream().anyMatch(types -> types.contains(","))) {
            return Optional.of(
                    zod(
                            Json.of(
                                    "code", "invalid_union",
                                    "path", List.of("types"),
                                    "message", "Invalid input")));
        }
        return limit(request) > PAGE
                ? Optional.of(
                        zod(
                                BatchBody.tooBig(
                                        "number",
                                        PAGE,
                                        List.of("limit"),
                                        "Too big: expected number to be <=100")))
                : Optional.empty();
    }

    private static Map<String, Object> notANumber(String name) {
        return Json.of(
                "expected", "number",
                "code", "invalid_type",
                "received", "NaN",
                "path", List.of(name),
                "message", "Invalid input: expected number, received NaN");
    }

    private static Reply zod(Map<String, Object> issue) {
        String message = BatchBody.pretty(List.of(issue));
        return Reply.json(400, Json.of("error", Json.of("name", "ZodError", "message", message)));
    }

    private static int limit(Request request) {
        return request.query("limit").stream()
                .findFirst()
                .flatMap(Ids::number)
                .map(Double::intValue)
                .orElse(PAGE);
    }

    private static boolean flag(Request request, String name) {
        return request.query(name).stream().anyMatch("true"::equals);
    }

    private static List<String> parts(Request request, String name) {
        return request.query(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .filter(part -> !part.isBlank())
                .toList();
    }

    private static Set<Long> numbers(Request request, String name) {
        Set<Long> numbers = new HashSet<>();
        parts(request, name)
                .forEach(part -> Ids.number(part).map(Double::longValue).ifPresent(numbers::add));
        return numbers;
    }
}

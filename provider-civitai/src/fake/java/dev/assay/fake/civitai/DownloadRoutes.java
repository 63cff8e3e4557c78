package dev.assay.fake.civitai;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A download: a signed redirect on the first origin, the bytes on the second. */
final class DownloadRoutes {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final Site site;

    DownloadRoutes(Site site) {
        this.site = site;
    }

    /** 307 to the storage, or one of the JSON refusals. */
    Reply redirect(Request request, boolean session, String storage) {
        Optional<StoredVersion> version =
                Ids.number(Route.DOWNLOAD.argument(request.path()))
                        .flatMap(id -> site.version(id.longValue()));
        if (version.isEmpty() || version.get().publicFiles().isEmpty()) {
            return Reply.error(404, "File not found");
        }
        return refusal(version.get(), session)
                .orElseGet(() -> redirect(version.get().publicFiles().getFirst(), storage))
                .with("Cache-Control", "no-store, max-age=0");
    }

    private static Optional<Reply> refusal(StoredVersion version, boolean session) {
        if (version.model.archived()) {
            return Optional.of(Reply.error(410, "Model archived, not available for download"));
        }
        if (!"Download".equals(version.body.getOrDefault("usageControl", "Download"))) {
            String text = "The creator of this asset has disabled downloads on this file";
            return Optional.of(unauthorized(text));
        }
        if (version.model.isPrivate()) {
            return Optional.of(Reply.error(403, "You do not have access to download this file"));
        }
        if ("EarlyAccess".equals(version.body.get("availability"))) {
            return Optional.of(
                    Reply.json(
                            403,
                            Json.of(
                                    "error", "Early Access",
                                    "deadline", version.body.get("earlyAccessDeadline"),
                                    "message", "This asset is in Early Access.")));
        }
        if (Boolean.TRUE.equals(version.body.get("requireAuth")) && !session) {
            String text = "The creator of this asset requires you to be logged in to download it";
            return Optional.of(unauthorized(text));
        }
        return Optional.empty();
    }

    private static Reply unauthorized(String message) {
        return Reply.json(401, Json.of("error", "Unauthorized", "message", message));
    }

    private static Reply redirect(StoredFile file, String storage) {
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        String disposition = "attachment%3B%20filename%3D%22" + name + "%22";
        String location =
                "%s/file/%s/%s?X-Amz-Expires=86400&response-content-disposition=%s&X-Amz-Signature=fake"
                        .formatted(storage, file.body.get("id"), name, disposition);
        return Reply.text(307, location).with("Location", location);
    }

    /** The bytes, whole or a range; a key sent here is refused as the storage refuses it. */
    Reply storage(Request request) {
        if (request.header("authorization").isPresent()) {
            String xml =
                    "<Error><Code>InvalidRequest</Code><Message>Only one auth mechanism allowed</Message></Error>";
            return Reply.of(400, "application/xml", xml.getBytes(StandardCharsets.UTF_8));
        }
        return site.file(Route.STORAGE.argument(request.path()))
                .map(file -> bytes(request, file))
                .orElse(Reply.text(404, "Not found"));
    }

    private static Reply bytes(Request request, StoredFile file) {
        Matcher range = RANGE.matcher(request.header("range").orElse(""));
        byte[] all = file.content;
        Reply reply =
                range.matches() ? part(range, all) : Reply.of(200, "application/octet-stream", all);
        return reply.with("Accept-Ranges", "bytes")
                .with("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    }

    private static Reply part(Matcher range, byte[] all) {
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2).isEmpty() ? all.length - 1 : Integer.parseInt(range.group(2));
        last = Math.min(last, all.length - 1);
        if (first > last) {
            return Reply.text(416, "").with("Content-Range", "bytes */" + all.length);
        }
        byte[] part = Arrays.copyOfRange(all, first, last + 1);
        return Reply.of(206, "application/octet-stream", part)
                .with("Content-Range", "bytes " + first + "-" + last + "/" + all.length);
    }
}

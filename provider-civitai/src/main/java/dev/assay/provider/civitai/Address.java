package dev.assay.provider.civitai;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person pasted: {@code 4201}, {@code 4201@130072}, an AIR name, or an address of the site.
 *
 * @param modelId the model, when it is named
 * @param versionId the version, when it is named
 */
record Address(OptionalLong modelId, OptionalLong versionId) {
    private static final Pattern IDS = Pattern.compile("(?:civitai:)?(\\d{1,18})(?:@(\\d{1,18}))?");
    private static final Pattern LINK =
            Pattern.compile("https?://([^/?#]+)/([^?#]*)(?:\\?([^#]*))?.*");
    private static final Pattern MODEL = Pattern.compile("(?:.*/)?models/(\\d{1,18})(?:/.*)?");
    private static final Pattern VERSION =
            Pattern.compile("(?:.*/)?(?:model-versions|download/models)/(\\d{1,18})(?:/.*)?");
    private static final Pattern QUERY =
            Pattern.compile("(?:.*&)?modelVersionId=(\\d{1,18})(?:&.*)?");
    private static final Set<String> SITES =
            Set.of(
                    "civitai.com",
                    "www.civitai.com",
                    "civitai.red",
                    "www.civitai.red",
                    "civitai.green");

    /** {@return the ids in the text; nothing when it is no address of this site} */
    static Optional<Address> parse(String text, String ownHost) {
        String address = text.strip();
        Matcher ids = IDS.matcher(address.toLowerCase(Locale.ROOT));
        if (ids.matches()) {
            return Optional.of(new Address(number(ids.group(1)), number(ids.group(2))));
        }
        Matcher air = Air.FORM.matcher(address);
        if (air.matches()) {
            return Optional.of(new Address(number(air.group(1)), number(air.group(2))));
        }
        Matcher link = LINK.matcher(address);
        return link.matches() && isSite(link.group(1), ownHost)
                ? ofLink(link.group(2), Optional.ofNullable(link.group(3)).orElse(""))
                : Optional.empty();
    }

    private static boolean isSite(String authority, String ownHost) {
        String host = authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
        return SITES.contains(host) || host.equals(ownHost.toLowerCase(Locale.ROOT));
    }

    private static Optional<Address> ofLink(String path, String query) {
        Matcher version = VERSION.matcher(path);
        if (version.matches()) {
            return Optional.of(new Address(OptionalLong.empty(), number(version.group(1))));
        }
        Matcher model = MODEL.matcher(path);
        Matcher chosen = QUERY.matcher(query);
        return model.matches()
                ? Optional.of(
                        new Address(
                                number(model.group(1)),
                                chosen.matches() ? number(chosen.group(1)) : OptionalLong.empty()))
                : Optional.empty();
    }

    private static OptionalLong number(@org.jspecify.annotations.Nullable String digits) {
        return digits == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
    }
}

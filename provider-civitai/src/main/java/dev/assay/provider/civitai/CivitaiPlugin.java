package dev.assay.provider.civitai;

import dev.assay.provider.spi.Access;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.InvalidSettingException;
import dev.assay.provider.spi.Provider;
import dev.assay.provider.spi.ProviderPlugin;
import dev.assay.provider.spi.Setting;
import dev.assay.provider.spi.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * CivitAI, or a server that speaks its REST API v1.
 *
 * <p>Only hashes leave the machine, on public routes and without the token; the token is sent for
 * {@link Provider#checkToken} alone.
 */
public final class CivitaiPlugin implements ProviderPlugin {
    static final String TOKEN = "token";

    private static final String BASE_URL = "base-url";
    private static final String INTERVAL = "interval";
    private static final String ASK_BY = "ask-by";
    private static final String CONCURRENT = "concurrent";

    /** Made by the service loader. */
    public CivitaiPlugin() {}

    @Override
    public String name() {
        return "civitai";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of(BASE_URL, "where the site answers", "https://civitai.com"),
                Setting.of(INTERVAL, "least time between two requests, such as 3s or 0s", "3s"),
                Setting.of(CONCURRENT, "most requests at a time", "2"),
                Setting.of(
                        ASK_BY,
                        "hashes to ask by, in this order: sha256, autov3, blake3, autov2",
                        "sha256 autov3"),
                Setting.anonymous(),
                Setting.secret(TOKEN, "API key, from the account settings of the site"));
    }

    @Override
    public Access access(Settings settings) {
        return new Access(
                List.of(baseUrl(settings)),
                settings.duration(INTERVAL).orElse(Duration.ofSeconds(3)),
                concurrent(settings.get(CONCURRENT).orElse("2")));
    }

    @Override
    public Provider open(Settings settings, HttpGateway http) {
        return new CivitaiProvider(
                new Api(http, new Routes(baseUrl(settings))),
                Ladder.parse(ASK_BY, settings.get(ASK_BY).orElse("sha256")),
                settings.hasSecret(TOKEN));
    }

    private static URI baseUrl(Settings settings) {
        String address = settings.get(BASE_URL).orElseThrow().strip();
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new InvalidSettingException(
                BASE_URL, "This is no address of a site; write it like https://civitai.com");
    }

    private static int concurrent(String value) {
        if (!value.strip().matches("[1-9]")) {
            throw new InvalidSettingException(
                    CONCURRENT, "'%s' is no number from 1 to 9".formatted(value));
        }
        return Integer.parseInt(value.strip());
    }
}

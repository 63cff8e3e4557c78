package dev.assay.core.internal.net;

import dev.assay.provider.spi.InvalidSettingException;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Scheme, host and port of the servers a provider declared. Immutable. */
final class Origins {
    private final Set<String> declared;

    private Origins(Set<String> declared) {
        this.declared = declared;
    }

    /**
     * Checks what a provider declares.
     *
     * @throws InvalidSettingException when one is no http or https address, carries a user, or is
     *     plain http to another machine
     */
    static Origins of(Collection<URI> addresses) {
        return new Origins(
                addresses.stream().map(Origins::checked).collect(Collectors.toUnmodifiableSet()));
    }

    private static String checked(URI address) {
        String origin =
                originOf(address)
                        .orElseThrow(() ->
                                invalid(
                                        "'%s' is no address of a server; write it like"
                                                + " https://example.org",
                                        address));
        if (address.getRawUserInfo() != null) {
            throw invalid(
                    "An address carries no user name or password: '%s'", withoutUser(address));
        }
        if (origin.startsWith("http:") && !isLoopback(address.getHost())) {
            throw invalid("Plain http is for this machine only; '%s' needs https", address);
        }
        return origin;
    }

    private static InvalidSettingException invalid(String message, Object address) {
        return new InvalidSettingException("base-url", message.formatted(address));
    }

    private static String withoutUser(URI address) {
        return address.getScheme() + "://" + address.getHost();
    }

    /** {@return whether requests may go there} */
    boolean allow(URI uri) {
        return uri.getRawUserInfo() == null && originOf(uri).filter(declared::contains).isPresent();
    }

    /** {@return scheme, host and port in one spelling, or nothing when it is no web address} */
    static Optional<String> originOf(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return Optional.empty();
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "https" -> Optional.of(spell(scheme, uri, 443));
            case "http" -> Optional.of(spell(scheme, uri, 80));
            default -> Optional.empty();
        };
    }

    private static String spell(String scheme, URI uri, int usualPort) {
        int port = uri.getPort() == -1 ? usualPort : uri.getPort();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** {@return whether the name is this machine's own by its spelling; nothing is resolved} */
    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}

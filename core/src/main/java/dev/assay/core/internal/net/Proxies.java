package dev.assay.core.internal.net;

import dev.assay.provider.spi.InvalidSettingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the proxy from {@code HTTPS_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}, as other tools
 * do; where the JVM was given {@code https.proxyHost}, that counts. Never for this machine itself.
 */
final class Proxies extends ProxySelector {
    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final List<Proxy> proxy;
    private final List<String> exceptions;

    private Proxies(List<Proxy> proxy, List<String> exceptions) {
        this.proxy = proxy;
        this.exceptions = exceptions;
    }

    /**
     * {@return the choice by these variables}
     *
     * @throws InvalidSettingException when one holds no address
     */
    static ProxySelector of(Map<String, String> environment) {
        Optional<String> address =
                first(environment, "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy");
        ProxySelector jvm = ProxySelector.getDefault();
        if (jvm != null && (address.isEmpty() || System.getProperty("https.proxyHost") != null)) {
            return jvm;
        }
        return new Proxies(
                address.map(Proxies::parse).map(List::of).orElse(DIRECT),
                exceptions(first(environment, "NO_PROXY", "no_proxy").orElse("")));
    }

    private static Optional<String> first(Map<String, String> environment, String... names) {
        return Arrays.stream(names)
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static List<String> exceptions(String list) {
        return Arrays.stream(list.split(","))
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .map(one -> one.startsWith("*.") ? one.substring(1) : one)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static Proxy parse(String address) {
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() != null && uri.getScheme().equalsIgnoreCase("http")) {
                int port = uri.getPort() == -1 ? 80 : uri.getPort();
                return new Proxy(
                        Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
            }
        } catch (IllegalArgumentException e) {
            // Told below, without the value: it may hold a password.
        }
        throw new InvalidSettingException(
                "HTTPS_PROXY",
                "HTTPS_PROXY is no proxy we can use; write it like http://host:port");
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return Origins.isLoopback(host) || isException(host) ? DIRECT : proxy;
    }

    private boolean isException(String host) {
        return exceptions.stream()
                .anyMatch(one ->
                        one.equals("*")
                                || host.equals(one)
                                || host.endsWith(one.startsWith(".") ? one : "." + one));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The exchange fails and says so.
    }
}

package dev.assay.core.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.provider.spi.InvalidSettingException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static List<Proxy> choice(String uri, Map<String, String> environment) {
        ProxySelector proxies = Proxies.of(environment);
        return proxies.select(URI.create(uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTPS_PROXY", "https_proxy", "ALL_PROXY"})
    void takesTheProxyOfTheEnvironment(String name) {
        Proxy proxy =
                choice("https://civitai.com", Map.of(name, "http://proxy.lan:3128")).getFirst();
        assertThat(proxy.address())
                .isEqualTo(InetSocketAddress.createUnresolved("proxy.lan", 3128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"civitai.com", ".civitai.com", "a.b, *.civitai.com", "*"})
    void goesAroundItWhereItShould(String exceptions) {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "proxy.lan:3128", "NO_PROXY", exceptions);
        assertThat(choice("https://api.civitai.com", environment)).containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void neverSendsThisMachinesOwnTrafficThroughIt() {
        assertThat(choice("http://127.0.0.1:8080", Map.of("HTTPS_PROXY", "proxy.lan:3128")))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void doesNotTakeTheEndOfAnotherNameForAnException() {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "proxy.lan:3128", "NO_PROXY", "civitai.com");
        assertThat(choice("https://notcivitai.com", environment).getFirst().type())
                .isEqualTo(Proxy.Type.HTTP);
    }

    @Test
    void keepsAPasswordOutOfItsComplaint() {
        assertThatThrownBy(() -> Proxies.of(Map.of("HTTPS_PROXY", "socks5://me:pass@host:1")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageNotContaining("pass@");
    }
}

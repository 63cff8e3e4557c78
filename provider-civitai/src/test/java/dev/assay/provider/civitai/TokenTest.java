package dev.assay.provider.civitai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fake.civitai.FakeCivitai;
import dev.assay.fake.civitai.Faults;
import dev.assay.fake.civitai.Route;
import dev.assay.provider.spi.TokenCheck;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenTest {
    private FakeCivitai fake;

    @BeforeEach
    void start() throws IOException {
        fake = FakeCivitai.start();
    }

    @AfterEach
    void stop() throws IOException {
        fake.close();
    }

    private TokenCheck check(String token) throws InterruptedException {
        return Bench.provider(fake.baseUrl(), new PlainGateway(token)).checkToken();
    }

    @Test
    void namesTheUserOfAValidToken() throws Exception {
        assertThat(check("good")).isEqualTo(new TokenCheck.Valid("tester"));
    }

    @Test
    void saysThatATokenIsRefused() throws Exception {
        assertThat(check("bad")).isInstanceOf(TokenCheck.Refused.class);
    }

    @Test
    void doesNotTakeAnOutageForARefusal() throws Exception {
        fake.faults().always(Route.ME, Faults.gateway(503));
        assertThat(check("good")).isInstanceOf(TokenCheck.Unreachable.class);
    }

    @Test
    void asksNobodyWithoutAToken() throws Exception {
        CivitaiPlugin plugin = new CivitaiPlugin();
        Map<String, String> values = Map.of("base-url", fake.baseUrl());
        TokenCheck check =
                plugin.open(Bench.settings(plugin, values, false), new PlainGateway(""))
                        .checkToken();
        assertThat(check).isEqualTo(new TokenCheck.Missing());
        assertThat(fake.log().count()).isZero();
    }
}

package dev.assay.provider.spi.contract;

import dev.assay.hash.spi.Digest;
import dev.assay.provider.spi.Answers;
import dev.assay.provider.spi.HttpAsk;
import dev.assay.provider.spi.HttpGateway;
import dev.assay.provider.spi.HttpResult;
import dev.assay.provider.spi.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what a provider sent and answered. Safe for use from many threads. */
final class Recorder implements HttpGateway, Answers {
    private final HttpGateway behind;
    private final List<HttpAsk> sent = new ArrayList<>();
    private final Map<Digest, Outcome> answers = new LinkedHashMap<>();
    private final List<Digest> twice = new ArrayList<>();

    Recorder(HttpGateway behind) {
        this.behind = behind;
    }

    @Override
    public HttpResult send(HttpAsk request) throws InterruptedException {
        synchronized (this) {
            sent.add(request);
        }
        return behind.send(request);
    }

    @Override
    public synchronized void put(Digest asked, Outcome outcome) {
        if (answers.putIfAbsent(asked, outcome) != null) {
            twice.add(asked);
        }
    }

    synchronized List<HttpAsk> sent() {
        return List.copyOf(sent);
    }

    synchronized Map<Digest, Outcome> answers() {
        return new LinkedHashMap<>(answers);
    }

    synchronized List<Digest> twice() {
        return List.copyOf(twice);
    }
}

package dev.assay.fake.civitai;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every request both origins took, in order. Safe for all threads. */
public final class RequestLog {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Route, Integer> counts = new EnumMap<>(Route.class);

    RequestLog() {}

    /**
     * One request and the status it got.
     *
     * @param number the how-manieth to its route, from 1
     * @param status 0 for a raw reply
     */
    public record Entry(Route route, int number, Request request, int status) {
        /** Everything the client sent, as one text to search in: line, headers, body. */
        public String sent() {
            return request.method()
                    + " "
                    + request.path()
                    + "?"
                    + request.rawQuery()
                    + "\n"
                    + request.headers()
                    + "\n"
                    + request.text();
        }
    }

    synchronized int arrived(Route route) {
        return counts.merge(route, 1, Integer::sum);
    }

    synchronized void answered(Entry entry) {
        entries.add(entry);
    }

    /** All answered requests. */
    public synchronized List<Entry> all() {
        return List.copyOf(entries);
    }

    /** The answered requests to one route. */
    public List<Entry> of(Route route) {
        return all().stream().filter(entry -> entry.route() == route).toList();
    }

    /** How many requests the route took. */
    public synchronized int count(Route route) {
        return counts.getOrDefault(route, 0);
    }

    /** How many requests came in all. */
    public synchronized int count() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Requests on which the text stands anywhere: in the address, a header or the body. */
    public List<Entry> carrying(String text) {
        return all().stream().filter(entry -> entry.sent().contains(text)).toList();
    }

    /** Requests with any key, in the header or the address. */
    public List<Entry> withKey() {
        return all().stream().filter(entry -> entry.request().key().isPresent()).toList();
    }

    /** Starts again from zero. */
    public synchronized void forget() {
        entries.clear();
        counts.clear();
    }
}

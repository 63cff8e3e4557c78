package dev.assay.fake.civitai;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Which request to which route meets which fault. Rules added later win. Safe for all threads. */
public final class FaultScript {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();

    FaultScript() {}

    private record Rule(Route route, int first, int last, Predicate<Request> which, Fault fault) {
        boolean matches(Route asked, int number, Request request) {
            return asked == route && number >= first && number <= last && which.test(request);
        }
    }

    /** The nth request to the route, counted from 1 since the start or the last {@code forget}. */
    public FaultScript on(Route route, int number, Fault fault) {
        return on(route, number, number, fault);
    }

    /** The requests from the first number to the last, both included. */
    public FaultScript on(Route route, int first, int last, Fault fault) {
        rules.addFirst(new Rule(route, first, last, _ -> true, fault));
        return this;
    }

    /** Every request to the route. */
    public FaultScript always(Route route, Fault fault) {
        return on(route, 1, Integer.MAX_VALUE, fault);
    }

    /** Every request to the route that fits. */
    public FaultScript when(Route route, Predicate<Request> which, Fault fault) {
        rules.addFirst(new Rule(route, 1, Integer.MAX_VALUE, which, fault));
        return this;
    }

    /** Every request to every route. */
    public FaultScript everywhere(Fault fault) {
        for (Route route : Route.values()) {
            always(route, fault);
        }
        return this;
    }

    /** Forgets all rules: the site is healthy again. */
    public void clear() {
        rules.clear();
    }

    Reply answer(Route route, int number, Request request, Supplier<Reply> healthy) {
        Optional<Rule> rule =
                rules.stream().filter(one -> one.matches(route, number, request)).findFirst();
        return rule.isPresent() ? rule.get().fault().answer(request, healthy) : healthy.get();
    }
}

package org.gemello.rest.internal.metric;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.osgi.service.component.annotations.Component;

/**
 * Counts what the API answers, and how long that takes until the answer begins. A path is no label, because callers choose paths; the
 * operations of the contract are.
 */
@Component(service = HttpMeter.class)
public final class HttpMeter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String BEGIN = "gemello.begin";
    private static final double NANOS = 1e9;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    /** What a request was refused for that no operation of the contract has seen. */
    private static final String NONE = "none";
    private static final Map<Integer, String> REFUSALS = Map.of(400, "invalid", 401, "login", 403, "rights", 413, "size", 415, "type",
            422, "content", 429, "rate", 503, "unavailable");
    private static final List<String> CLASSES = List.of("0xx", "1xx", "2xx", "3xx", "4xx", "5xx");
    private final Map<Series, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<Timed, Durations> durations = new ConcurrentHashMap<>();

    private record Series(String method, int status) {
        static final Comparator<Series> ORDER = Comparator.comparing(Series::method).thenComparing(Series::status);
    }

    private record Timed(String operation, String status) {
        static final Comparator<Timed> ORDER = Comparator.comparing(Timed::operation).thenComparing(Timed::status);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BEGIN, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
        requests.computeIfAbsent(new Series(method, response.getStatus()), series -> new LongAdder()).increment();
        if (request.getProperty(BEGIN) instanceof Long begin) {
            took(operation(request), response.getStatus(), (System.nanoTime() - begin) / NANOS);
        }
    }

    /** Its id in the contract: the methods of the resources are named after it. */
    private static String operation(ContainerRequestContext request) {
        return request.getUriInfo() instanceof ExtendedUriInfo uri && uri.getMatchedResourceMethod() != null
                ? uri.getMatchedResourceMethod().getInvocable().getHandlingMethod().getName() : NONE;
    }

    void took(String operation, int status, double seconds) {
        durations.computeIfAbsent(new Timed(operation, CLASSES.get(status / 100)), timed -> new Durations()).add(seconds);
    }

    void write(Exposition out) {
        Map<Series, LongAdder> counted = new TreeMap<>(Series.ORDER);
        counted.putAll(requests);
        out.counter("gemello_http_requests_total", "Requests answered by the API");
        counted.forEach((series, count) -> out.sample(count.sum(), "method", series.method(), "status", Integer.toString(series.status())));
        out.counter("gemello_http_rejected_total", "Requests refused, by what for");
        REFUSALS.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(refusal -> out.sample(counted.entrySet().stream()
                .filter(entry -> entry.getKey().status() == refusal.getKey()).mapToLong(entry -> entry.getValue().sum()).sum(),
                "reason", refusal.getValue()));
        Map<Timed, Durations> timed = new TreeMap<>(Timed.ORDER);
        timed.putAll(durations);
        out.histogram("gemello_http_request_seconds", "Time from a request to the begin of its answer, by operation of the contract");
        timed.forEach((series, taken) -> taken.write(out, "operation", series.operation(), "status", series.status()));
    }
}

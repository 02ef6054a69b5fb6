package org.gemello.rest.internal.metric;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;

/** Counts what the API answers, and how long that takes until the answer begins; a path is no label, because callers choose paths. */
@PreMatching
@Priority(Priorities.AUTHENTICATION - 200)
@Component(service = HttpMeter.class)
public final class HttpMeter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String BEGIN = "gemello.begin";
    private static final double NANOS = 1e9;
    private static final double[] BOUNDS = {0.001, 0.005, 0.025, 0.1, 0.25, 1, 2.5, 10};
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");
    private final Map<Series, LongAdder> requests = new ConcurrentHashMap<>();
    private final LongAdder[] buckets = IntStream.rangeClosed(0, BOUNDS.length).mapToObj(i -> new LongAdder()).toArray(LongAdder[]::new);
    private final DoubleAdder seconds = new DoubleAdder();

    private record Series(String method, int status) implements Comparable<Series> {
        @Override
        public int compareTo(Series other) {
            return method.equals(other.method) ? Integer.compare(status, other.status) : method.compareTo(other.method);
        }
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
            took((System.nanoTime() - begin) / NANOS);
        }
    }

    void took(double time) {
        int bucket = 0;
        while (bucket < BOUNDS.length && time > BOUNDS[bucket]) {
            bucket++;
        }
        buckets[bucket].increment();
        seconds.add(time);
    }

    void write(Exposition out) {
        out.counter("gemello_http_requests_total", "Requests answered by the API");
        new TreeMap<>(requests).forEach((series, count) ->
                out.sample(count.sum(), "method", series.method(), "status", Integer.toString(series.status())));
        out.histogram("gemello_http_request_seconds", "Time from a request to the begin of its answer");
        long sum = 0;
        for (int i = 0; i <= BOUNDS.length; i++) {
            sum += buckets[i].sum();
            out.suffixed("_bucket", sum, "le", i < BOUNDS.length ? Exposition.number(BOUNDS[i]) : "+Inf");
        }
        out.suffixed("_sum", seconds.sum()).suffixed("_count", sum);
    }
}

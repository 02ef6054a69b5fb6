package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.api.TraceId;
import org.gemello.rest.internal.contract.ProblemJson;

/** Gives every request a trace, or continues the caller's (W3C Trace Context), and names it in the response. */
public final class TraceFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String PROPERTY = "gemello.trace";
    /** Version 00; of a later version the same fields come first. */
    private static final Pattern TRACEPARENT = Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    /** The trace of a request that has passed this filter. */
    static TraceId trace(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof TraceId trace ? trace : TraceId.NONE;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(PROPERTY, continued(request.getHeaderString("traceparent")));
    }

    /** A header that is not well formed is passed over, as the specification wants it. */
    static TraceId continued(String traceparent) {
        if (traceparent == null) {
            return TraceId.random();
        }
        Matcher matcher = TRACEPARENT.matcher(traceparent);
        TraceId trace = matcher.matches() ? TraceId.parse(matcher.group(1)) : TraceId.NONE;
        return trace.isPresent() ? trace : TraceId.random();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        TraceId trace = trace(request);
        response.getHeaders().putSingle("Trace-Id", trace.toString());
        if (response.getEntity() instanceof ProblemJson problem) {
            problem.instance(request.getUriInfo().getRequestUri().getRawPath()).traceId(trace.toString());
        }
    }
}

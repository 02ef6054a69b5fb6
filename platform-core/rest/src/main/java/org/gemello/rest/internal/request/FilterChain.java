package org.gemello.rest.internal.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.IOException;
import java.util.List;

/**
 * What every request goes through before an operation is looked for, and every answer; each in the given order. To Jersey they are one: it would sort
 * them anew for each request.
 */
@PreMatching
@Priority(1)
public final class FilterChain implements ContainerRequestFilter, ContainerResponseFilter {
    private final List<ContainerRequestFilter> requests;
    private final List<ContainerResponseFilter> answers;

    /**
     * @param requests only the last one may abort a request
     * @param answers  for the answer of an operation, or of whoever has refused the request
     */
    public FilterChain(List<ContainerRequestFilter> requests, List<ContainerResponseFilter> answers) {
        this.requests = requests;
        this.answers = answers;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        for (ContainerRequestFilter filter : requests) {
            filter.filter(request);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        for (ContainerResponseFilter filter : answers) {
            filter.filter(request, response);
        }
    }
}

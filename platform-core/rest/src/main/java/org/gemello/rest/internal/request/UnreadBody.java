package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status.Family;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is left of the body of a refused request, at most as much as a usual one has: else the server would close the connection while the
 * client sends its next request on it. After a longer body the connection ends.
 */
public final class UnreadBody implements ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Family family = Family.familyOf(response.getStatus());
        if (family != Family.CLIENT_ERROR && family != Family.SERVER_ERROR) {
            return;
        }
        try {
            request.getEntityStream().readNBytes(BodyLimit.BYTES);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the body of a refused request is closed already: {}", e.toString());
        }
    }
}

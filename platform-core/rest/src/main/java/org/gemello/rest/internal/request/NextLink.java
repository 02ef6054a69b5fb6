package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.gemello.rest.internal.contract.AlarmJournalPageJson;
import org.gemello.rest.internal.contract.AuditPageJson;
import org.gemello.rest.internal.contract.NodePageJson;
import org.gemello.rest.internal.contract.ProposalPageJson;
import org.gemello.rest.internal.contract.TwinPageJson;

/** Names the next page of every list in the same way (RFC 8288), relative to the host, as a proxy may have given it another name. */
public final class NextLink implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        String cursor = cursor(response.getEntity());
        if (cursor != null) {
            URI asked = request.getUriInfo().getRequestUri();
            URI next = UriBuilder.fromPath(asked.getRawPath()).replaceQuery(asked.getRawQuery()).replaceQueryParam("cursor", cursor).build();
            response.getHeaders().add(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
    }

    private static String cursor(Object answer) {
        if (answer instanceof Page<?> page) {
            return page.next();
        } else if (answer instanceof TwinPageJson twins) {
            return twins.getNext();
        } else if (answer instanceof ProposalPageJson proposals) {
            return proposals.getNext();
        } else if (answer instanceof NodePageJson nodes) {
            return nodes.getNext();
        }
        if (answer instanceof AlarmJournalPageJson journal) {
            return text(journal.getNext());
        }
        return answer instanceof AuditPageJson audit ? text(audit.getNext()) : null;
    }

    private static String text(Long cursor) {
        return cursor == null ? null : cursor.toString();
    }
}

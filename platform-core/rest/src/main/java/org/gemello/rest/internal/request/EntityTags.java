package org.gemello.rest.internal.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.rest.internal.Json;
import org.gemello.rest.internal.contract.BindingDefinitionJson;
import org.gemello.rest.internal.contract.PolicyJson;
import org.gemello.rest.internal.contract.TwinDefinitionJson;
import org.gemello.rest.internal.contract.UserJson;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every JSON answer to a GET a tag of its content, and answers 304 where the caller knows that content already (RFC 9110, 13.1.2).
 * The answer is made in any case, so this saves the way, not the work.
 */
public final class EntityTags implements ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(EntityTags.class);
    private static final Set<String> CHANGING = Set.of(HttpMethod.POST, HttpMethod.PUT);
    private static final List<Class<?>> DEFINITIONS = List.of(TwinDefinitionJson.class, BindingDefinitionJson.class, UserJson.class, PolicyJson.class);
    private static final int TAG_BYTES = 16;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (isDefinition(request, response.getEntity())) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, of(response.getEntity()));
            return;
        }
        if (!request.getMethod().equals(HttpMethod.GET) || response.getStatus() != Status.OK.getStatusCode() || !Json.isModel(response.getEntity())) {
            return;
        }
        byte[] json = Json.bytes(response.getEntity());
        EntityTag tag = of(json);
        response.getHeaders().putSingle(HttpHeaders.ETAG, '"' + tag.getValue() + '"');
        if (!isKnown(request, tag)) {
            response.setEntity(json);
        } else {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    private static boolean isKnown(ContainerRequestContext request, EntityTag tag) {
        try {
            return request.getRequest().evaluatePreconditions(tag) != null;
        } catch (HeaderValueException e) {
            LOG.debug("a condition that is not well formed is passed over: {}", e.getMessage());
            return false;
        }
    }

    /** What was changed is answered as a GET would answer it, so that the next change can be made without one. */
    private static boolean isDefinition(ContainerRequestContext request, Object entity) {
        return entity != null && CHANGING.contains(request.getMethod()) && (entity instanceof Map || DEFINITIONS.contains(entity.getClass()));
    }

    /** The tag of an answer. */
    public static EntityTag of(Object answer) {
        try {
            return of(Json.bytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer has a form that JSON cannot have", e);
        }
    }

    /** The tag of a document. */
    public static EntityTag of(byte[] json) {
        try {
            return new EntityTag(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json), 0, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

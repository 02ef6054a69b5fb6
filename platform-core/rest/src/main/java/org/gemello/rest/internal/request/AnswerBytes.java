package org.gemello.rest.internal.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.gemello.rest.internal.Json;

/**
 * Makes the bytes of every JSON answer and says how many there are, so that it goes out as it is: Jersey need neither look for a writer of its type
 * nor collect what that writes to learn its length.
 */
public final class AnswerBytes implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (Json.isModel(response.getEntity())) {
            response.setEntity(Json.bytes(response.getEntity()));
        }
        if (response.getEntity() instanceof byte[] bytes) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        }
    }
}

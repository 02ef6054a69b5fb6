package org.gemello.rest.internal.request;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.gemello.rest.internal.contract.SiteChangeRequestJson;
import org.gemello.rest.internal.problem.Problems;

/** Reads at most 64 KiB of a body, or what {@link MaxBytes} allows, whatever its length is said to be. */
public final class BodyLimit implements ReaderInterceptor {
    static final int BYTES = 64 << 10;
    private static final int LONGEST = Integer.MAX_VALUE - 1;
    /** Bodies of generated operations, whose parameters can have no annotation of ours. */
    private static final Map<Class<?>, Integer> LARGER = Map.of(SiteChangeRequestJson.class, 4 << 20);

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        int limit = limit(context);
        if (limit == MaxBytes.STREAMED) {
            return context.proceed();
        }
        int longest = Math.min(limit, said(context));
        byte[] body = context.getInputStream().readNBytes(longest + 1);
        if (body.length > longest) {
            throw new ClientErrorException(Problems.response(Status.REQUEST_ENTITY_TOO_LARGE, "a body may have " + limit + " bytes here"));
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    /** What the body is said to have, so that a small one is not read into a large buffer. */
    private static int said(ReaderInterceptorContext context) {
        String length = context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH);
        return length == null ? LONGEST : (int) Math.min(LONGEST, Long.parseLong(length)); // the server has refused what is no number
    }

    private static int limit(ReaderInterceptorContext context) {
        for (Annotation annotation : context.getAnnotations()) {
            if (annotation instanceof MaxBytes allowed) {
                return allowed.value();
            }
        }
        return LARGER.getOrDefault(context.getType(), BYTES);
    }
}

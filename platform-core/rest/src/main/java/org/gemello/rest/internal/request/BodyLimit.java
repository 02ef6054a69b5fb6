package org.gemello.rest.internal.request;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import org.gemello.rest.internal.problem.Problems;

/** Reads at most 64 KiB of a body, or what {@link MaxBytes} allows, whatever its length is said to be. */
public final class BodyLimit implements ReaderInterceptor {
    static final int BYTES = 64 << 10;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        int limit = limit(context.getAnnotations());
        if (limit == MaxBytes.STREAMED) {
            return context.proceed();
        }
        byte[] body = context.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw new ClientErrorException(Problems.response(Status.REQUEST_ENTITY_TOO_LARGE, "a body may have " + limit + " bytes here"));
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    private static int limit(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof MaxBytes allowed) {
                return allowed.value();
            }
        }
        return BYTES;
    }
}

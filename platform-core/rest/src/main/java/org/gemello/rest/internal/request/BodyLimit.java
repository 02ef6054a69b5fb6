package org.gemello.rest.internal.request;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.gemello.rest.internal.problem.Problems;

/** Reads at most 64 KiB of a body, whatever its length is said to be. */
public final class BodyLimit implements ReaderInterceptor {
    static final int BYTES = 64 << 10;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readNBytes(BYTES + 1);
        if (body.length > BYTES) {
            throw new ClientErrorException(Problems.response(Status.REQUEST_ENTITY_TOO_LARGE, "a body may have " + BYTES + " bytes"));
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}

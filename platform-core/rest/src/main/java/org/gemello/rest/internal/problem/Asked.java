package org.gemello.rest.internal.problem;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.gemello.security.AuditUnavailableException;

/** Asks a service of the platform, and gives its refusal the status that fits: every service refuses with the same three exceptions. */
public final class Asked {
    private Asked() {
    }

    /**
     * @throws InvalidRequestException (400) for an {@link IllegalArgumentException}
     * @throws NotFoundException       (404) for a {@link NoSuchElementException}
     * @throws ClientErrorException    (409) for an {@link IllegalStateException} or an {@link UnsupportedOperationException}
     */
    public static <T> T of(String field, Supplier<T> service) {
        try {
            return service.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(field, e.getMessage());
        } catch (NoSuchElementException e) {
            throw notFound(e.getMessage());
        } catch (AuditUnavailableException e) {
            throw e; // 503: it can be tried again when there is room on the disk
        } catch (IllegalStateException | UnsupportedOperationException e) {
            throw conflict(e.getMessage());
        }
    }

    /** @throws ForbiddenException (403) for a {@link SecurityException} */
    public static <T> T allowed(Supplier<T> service) {
        try {
            return service.get();
        } catch (SecurityException e) {
            throw new ForbiddenException(Problems.response(Status.FORBIDDEN, e.getMessage()));
        }
    }

    /** Waits for what comes later; what it fails with is thrown as it is. */
    public static <T> T wait(CompletableFuture<T> later) {
        try {
            return later.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    public static NotFoundException notFound(String detail) {
        return new NotFoundException(Problems.response(Status.NOT_FOUND, detail));
    }

    public static ClientErrorException conflict(String detail) {
        return new ClientErrorException(Problems.response(Status.CONFLICT, detail));
    }
}

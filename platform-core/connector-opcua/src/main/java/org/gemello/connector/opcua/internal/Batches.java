package org.gemello.connector.opcua.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.gemello.connector.opcua.internal.pki.ExplainedException;

/** One service call for many operations, in parts that the server can take. */
final class Batches {
    /** The server, or the message, is too small for so many operations. */
    private static final Set<Long> TOO_MANY = Set.of(StatusCodes.Bad_TooManyOperations, StatusCodes.Bad_RequestTooLarge,
            StatusCodes.Bad_ResponseTooLarge, StatusCodes.Bad_EncodingLimitsExceeded);

    private Batches() {
    }

    /** The call for one part; one result for each operation, in their order. */
    @FunctionalInterface
    interface Service<T, R> {
        List<R> call(List<T> part) throws UaException;
    }

    /**
     * The results of all operations in their order. Where the server finds a part too large although it is within its stated limits,
     * the part is halved, and so are all that follow.
     *
     * @param limit operations in one call, at least 1
     */
    static <T, R> List<R> call(List<T> all, int limit, Service<T, R> service) throws UaException {
        List<R> results = new ArrayList<>(all.size());
        int size = limit;
        while (results.size() < all.size()) {
            List<T> part = all.subList(results.size(), Math.min(all.size(), results.size() + size));
            try {
                List<R> answered = service.call(part);
                if (answered.size() != part.size()) {
                    throw new ExplainedException(StatusCodes.Bad_UnknownResponse,
                            "the server answered " + answered.size() + " of " + part.size() + " operations");
                }
                results.addAll(answered);
            } catch (UaException e) {
                if (part.size() == 1 || !isTooMany(e)) {
                    throw e;
                }
                size = part.size() / 2;
            }
        }
        return results;
    }

    static boolean isTooMany(UaException failure) {
        return TOO_MANY.contains(failure.getStatusCode().value());
    }
}

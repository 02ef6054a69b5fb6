package org.gemello.rest.internal.event;

import java.util.function.BooleanSupplier;
import org.gemello.api.log.SampleLog;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.security.policy.Sight;

/**
 * What one client asks for.
 *
 * @param filter   what it wants to hear of
 * @param sight    what it may see
 * @param standing false from when it may listen no longer; asked at every record and at least once a second
 * @param from     first offset wanted
 * @param mostLag  how many offsets it may be behind before it is brought to the end of the log; {@link Long#MAX_VALUE} for any number
 */
public record EventRequest(EventFilter filter, Sight sight, BooleanSupplier standing, long from, long mostLag) {

    /** @param mostLag null for any number */
    public EventRequest(EventFilter filter, Sight sight, BooleanSupplier standing, long from, Long mostLag) {
        this(filter, sight, standing, from, mostLag == null ? Long.MAX_VALUE : mostLag.longValue());
    }

    /**
     * Where to begin.
     *
     * @param after last offset that the client has passed, -1 for all that is kept, null for the end of the log
     * @param field where the client has told it
     * @throws InvalidRequestException where the log has no such offset
     */
    public static long from(SampleLog log, Long after, String field) {
        // what is not yet on disk may get its offset again after a crash: no client is ever given such an id
        long end = log.status().durable();
        long from = after == null ? end : after + 1;
        if (from > end) {
            throw new InvalidRequestException(field, after + " is past the end of the log, which is " + end);
        }
        return from;
    }
}

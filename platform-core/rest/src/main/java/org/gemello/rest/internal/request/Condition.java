package org.gemello.rest.internal.request;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import org.gemello.rest.internal.problem.Problems;

/**
 * What a change depends on (RFC 9110, 13.1): it was made for what the caller has read, or for nothing being there.
 *
 * @param ifMatch tags of which one must be that of the present answer to a GET; null where {@code absent}
 * @param absent  it must not exist yet
 */
public record Condition(String ifMatch, boolean absent) {
    private static final String ANY = "*";

    /**
     * A condition that must be there, so that nobody undoes unseen what somebody else has done.
     *
     * @throws ClientErrorException (428) where both are null
     */
    public static Condition of(String ifMatch, String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            throw new ClientErrorException(Problems.response(Status.PRECONDITION_REQUIRED,
                    "send If-Match with the ETag that was read, or If-None-Match: * to make it"));
        }
        return new Condition(ifMatch, ifMatch == null);
    }

    public boolean isAny() {
        return !absent && ifMatch.strip().equals(ANY);
    }

    /**
     * Holds it against what is there.
     *
     * @param present the answer to a GET
     * @throws ClientErrorException (412) where it is not fulfilled
     */
    public void check(Object present) {
        if (absent) {
            throw stale("it exists already");
        }
        String tag = '"' + EntityTags.of(present).getValue() + '"';
        if (!isAny() && Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag::equals)) {
            throw stale("it has changed since it was read; read it again");
        }
    }

    private static ClientErrorException stale(String detail) {
        return new ClientErrorException(Problems.response(Status.PRECONDITION_FAILED, detail));
    }
}

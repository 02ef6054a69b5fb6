package org.gemello.rest.internal.repeat;

import java.time.Instant;

/**
 * What a request with an {@code Idempotency-Key} was answered.
 *
 * @param time     when it began
 * @param request  SHA-256 of method, address and body in hex; empty until it has ended, and where its body holds a secret
 * @param rights   what the caller could do when it began, see {@link Rights}; null in a file of an earlier version
 * @param status   HTTP status; {@link #OPEN} until it has ended
 * @param type     media type of the body, null where there is none
 * @param location as in the header, null where there was none
 * @param tag      entity tag as in the header, null where there was none
 * @param body     null where it is not kept, for it held a secret or was too large
 */
record KeptAnswer(Instant time, String request, String rights, int status, String type, String location, String tag, byte[] body) {
    static final int OPEN = 0;

    static KeptAnswer begun(Instant time) {
        return new KeptAnswer(time, "", "", OPEN, null, null, null, null);
    }

    boolean underWay() {
        return status == OPEN;
    }

    int bytes() {
        return body == null ? 0 : body.length;
    }
}

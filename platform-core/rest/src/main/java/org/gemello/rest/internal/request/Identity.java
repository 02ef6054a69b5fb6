package org.gemello.rest.internal.request;

import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.security.Session;
import org.gemello.security.policy.Who;

/**
 * Who sends a request, as far as it was proven.
 *
 * @param who     the user, and the twins that a key is limited to
 * @param session the session that proves it; empty where the request carries credentials of its own
 */
public record Identity(Who who, Optional<Session> session) {
    public Caller caller() {
        return who.caller();
    }
}

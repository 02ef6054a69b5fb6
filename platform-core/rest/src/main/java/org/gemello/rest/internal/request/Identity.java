package org.gemello.rest.internal.request;

import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.security.Session;

/**
 * Who sends a request, as far as it was proven.
 *
 * @param caller  the user
 * @param session the session that proves it; empty where the request carries credentials of its own
 */
public record Identity(Caller caller, Optional<Session> session) {
}

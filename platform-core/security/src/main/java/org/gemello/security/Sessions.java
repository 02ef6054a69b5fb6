package org.gemello.security;

import java.util.List;
import java.util.Optional;
import org.gemello.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sessions that are open. They live in memory only: after a restart everybody logs in again. A session ends when it is not used for
 * a while, after its longest time, when its user changes, or when it is ended. Safe for use by many threads.
 */
@ProviderType
public interface Sessions {

    /**
     * Opens a session. Each user may have a small number of them, and all users together a bounded one; where there is no room the one
     * that was used longest ago ends.
     *
     * @return the token that proves it: 256 random bits, Base64 for URLs; kept nowhere here
     */
    String open(Caller caller);

    /** The session that a token proves; this counts as use of it. */
    Optional<Session> find(String token);

    /** Whether a session has not ended; this does not count as use of it. */
    boolean isOpen(Session session);

    /** All open sessions, the oldest first. */
    List<Session> sessions();

    /** Ends a session; nothing happens where it has ended. */
    void end(Session session);

    /** Ends all sessions of a user. */
    void endAll(String user);
}

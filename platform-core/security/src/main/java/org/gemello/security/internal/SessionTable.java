package org.gemello.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.security.Session;
import org.gemello.security.Sessions;

/** Sessions in the order of their use, the one used longest ago first, by the hash of their token. */
public class SessionTable implements Sessions {
    static final int MOST_PER_USER = 16;
    static final int MOST = 1_000;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;
    private final Map<String, Used> byHash = new LinkedHashMap<>();

    private record Used(Session session, Instant last) {
    }

    /**
     * @param idle    a session that is not used for so long ends
     * @param longest so long after its begin it ends
     */
    public SessionTable(Clock clock, Duration idle, Duration longest) {
        if (idle.isNegative() || idle.isZero() || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException("a session lasts " + longest + " at most and " + idle
                    + " without use: both must be more than nothing, and the first not less than the second");
        }
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    @Override
    public synchronized String open(Caller caller) {
        Instant now = clock.instant();
        dropEnded(now);
        dropOldest(caller.name());
        String token = Secrets.token();
        Session session = new Session(Secrets.hash(token), Secrets.token(), caller, now, now.plus(longest));
        byHash.put(session.id(), new Used(session, now));
        return token;
    }

    private void dropEnded(Instant now) {
        byHash.values().removeIf(used -> hasEnded(used, now));
    }

    private void dropOldest(String user) {
        List<String> own = byHash.values().stream().map(Used::session).filter(s -> s.caller().name().equals(user)).map(Session::id).toList();
        if (own.size() >= MOST_PER_USER) {
            byHash.remove(own.get(0));
        } else if (byHash.size() >= MOST) {
            byHash.remove(byHash.keySet().iterator().next());
        }
    }

    @Override
    public synchronized Optional<Session> find(String token) {
        Instant now = clock.instant();
        Used used = byHash.remove(Secrets.hash(token));
        if (used == null || hasEnded(used, now)) {
            return Optional.empty();
        }
        byHash.put(used.session().id(), new Used(used.session(), now));
        return Optional.of(used.session());
    }

    private boolean hasEnded(Used used, Instant now) {
        return !now.isBefore(used.session().until()) || !now.isBefore(used.last().plus(idle));
    }

    @Override
    public synchronized boolean isOpen(Session session) {
        Used used = byHash.get(session.id());
        return used != null && !hasEnded(used, clock.instant());
    }

    @Override
    public synchronized List<Session> sessions() {
        dropEnded(clock.instant());
        return byHash.values().stream().map(Used::session).sorted((a, b) -> a.opened().compareTo(b.opened())).toList();
    }

    @Override
    public synchronized void end(Session session) {
        byHash.remove(session.id());
    }

    @Override
    public synchronized void endAll(String user) {
        byHash.values().removeIf(used -> used.session().caller().name().equals(user));
    }
}

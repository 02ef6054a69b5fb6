package org.gemello.rest.internal.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.ApiKey;
import org.gemello.security.ApiKeys;
import org.gemello.security.OpenIdConnect;
import org.gemello.security.Session;
import org.gemello.security.Sessions;
import org.gemello.security.UserStore;
import org.gemello.security.policy.Who;

/**
 * Whether what a stream was opened with still holds: a session that has not ended, a key that was neither taken back nor has expired, a user
 * with the same roles. Keys and users are looked up once a second. An access token of an OpenID provider says no more than that it was good: who
 * came with one comes again after five minutes. For one thread.
 */
public final class Standing implements BooleanSupplier {
    private static final long TOKEN_NANOS = Duration.ofMinutes(5).toNanos();
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
    private final Who who;
    private final Optional<Session> session;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final UserStore users;
    private boolean stands = true;
    private final long opened = System.nanoTime();
    private long looked = opened;

    public Standing(Requester requester, Sessions sessions, ApiKeys keys, UserStore users) {
        this.who = requester.who();
        this.session = requester.session();
        this.sessions = sessions;
        this.keys = keys;
        this.users = users;
    }

    @Override
    public boolean getAsBoolean() {
        if (session.isPresent()) {
            return sessions.isOpen(session.get());
        }
        long now = System.nanoTime();
        if (stands && now - looked >= LOOK_NANOS) {
            looked = now;
            String name = who.caller().name();
            stands = name.startsWith(OpenIdConnect.CALLER) ? now - opened < TOKEN_NANOS : name.startsWith(ApiKey.CALLER)
                    ? keys.keys().stream().anyMatch(key -> key.who().equals(who) && key.expires().isAfter(Instant.now()))
                    : users.users().stream().anyMatch(user -> user.name().equals(name)
                            && user.roles().equals(who.caller().roles()));
        }
        return stands;
    }
}

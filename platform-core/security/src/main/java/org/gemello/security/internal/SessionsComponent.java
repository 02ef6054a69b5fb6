package org.gemello.security.internal;

import java.time.Clock;
import java.time.Duration;
import org.gemello.security.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The sessions as a service. */
@Component(service = Sessions.class, configurationPid = "org.gemello.sessions")
public final class SessionsComponent extends SessionTable {

    /** What {@code etc/org.gemello.sessions.cfg} may set. */
    @interface Limits {
        /** Key {@code idle.minutes}: a session that is not used for so long ends. */
        int idle_minutes() default 30;

        /** Key {@code longest.minutes}: so long after the login it ends. */
        int longest_minutes() default 12 * 60;
    }

    @Activate
    public SessionsComponent(Limits limits) {
        super(Clock.systemUTC(), Duration.ofMinutes(limits.idle_minutes()), Duration.ofMinutes(limits.longest_minutes()));
    }
}

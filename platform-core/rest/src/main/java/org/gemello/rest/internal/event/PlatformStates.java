package org.gemello.rest.internal.event;

import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.api.job.JobView;
import org.gemello.rest.internal.Platform;
import org.gemello.rest.internal.contract.PackLogEventJson;
import org.gemello.rest.internal.contract.StateEventJson;
import org.gemello.rest.internal.event.EventMapping.Event;
import org.gemello.rest.internal.mapping.HealthMapping;
import org.gemello.rest.internal.mapping.JobMapping;

/** What clients may follow that is not in the log: the state of parts, jobs, packs and the site, looked up for all clients together. */
final class PlatformStates {
    private static final long FRESH_NANOS = Duration.ofMillis(500).toNanos();
    private final Platform platform;
    private final Map<EventKind, Look> looks = new EnumMap<>(EventKind.class);

    /**
     * The state of one thing.
     *
     * @param mark  another one where there is something to tell
     * @param event what is told
     */
    record State(Object mark, Event event) {
    }

    private record Look(long nanoTime, Map<String, State> states) {
    }

    PlatformStates(Platform platform) {
        this.platform = platform;
    }

    /** States of this moment, by what tells one from another; none where the part that knows them is not running. */
    synchronized Map<String, State> of(EventKind kind) {
        long now = System.nanoTime();
        Look look = looks.get(kind);
        if (look == null || now - look.nanoTime() > FRESH_NANOS) {
            look = new Look(now, look(kind));
            looks.put(kind, look);
        }
        return look.states();
    }

    private Map<String, State> look(EventKind kind) {
        try {
            return switch (kind) {
                case HEALTH -> health();
                case JOBS -> jobs();
                case PACKS -> packs();
                case SITE -> whole("site", platform.site().documents());
                default -> throw new IllegalArgumentException(kind + " are in the log");
            };
        } catch (ServiceUnavailableException e) {
            return Map.of();
        }
    }

    /** The text of a part may have figures in it that change all the time; what is told is that it is well, or is not. */
    private Map<String, State> health() {
        List<Health> parts = platform.health();
        List<Health> marks = parts.stream().map(part -> new Health(part.part(), part.ready(), part.live(), "")).toList();
        return Map.of("health", new State(marks, new Event("health", HealthMapping.of(parts, part -> part.ready() && part.live()))));
    }

    /** The oldest first. */
    private Map<String, State> jobs() {
        List<JobView> jobs = platform.jobs().jobs();
        Map<String, State> states = new LinkedHashMap<>();
        for (int i = jobs.size() - 1; i >= 0; i--) {
            states.put(jobs.get(i).id(), new State(jobs.get(i), new Event("job", JobMapping.of(jobs.get(i)))));
        }
        return states;
    }

    private Map<String, State> packs() {
        Map<String, State> states = new LinkedHashMap<>(whole("packs", platform.packs().packs()));
        states.putAll(whole("quarantine", platform.packs().staged()));
        platform.packs().logged().forEach((pack, newest) -> states.put("log of " + pack,
                new State(newest, new Event("pack-log", new PackLogEventJson().pack(pack).newest(newest)))));
        return states;
    }

    private static Map<String, State> whole(String name, Object value) {
        return Map.of(name, new State(value, new Event(name, new StateEventJson().revision(Integer.toHexString(value.hashCode())))));
    }
}

package org.gemello.rest.internal.event;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a client may listen to. */
public enum EventKind {
    SAMPLES,
    ALARMS,
    COMMANDS,
    PROPOSALS,
    GAPS,
    HEALTH,
    JOBS,
    PACKS,
    SITE;

    /** What the log holds: these come in its order, and a client that comes back goes on where it was. */
    public static final Set<EventKind> LOGGED = EnumSet.of(SAMPLES, ALARMS, COMMANDS, PROPOSALS, GAPS);

    /** Empty where no kind has this name. */
    public static Optional<EventKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.toString().equals(name)).findFirst();
    }

    /** As the contract writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;

/**
 * Watches over behaviours: parks a twin whose behaviour holds its turn for too long, puts another thread in the place of the one that is
 * inside, and tells the operators. A type of which several twins hang is parked as a whole, else it would take thread after thread.
 */
final class Warden implements RuntimeContext.Troubles {
    /** Twins of a type that may hang before all of them are parked. */
    static final int TOLERATED = 3;
    /** Threads that may be inside behaviours that do not come back; more are not replaced. */
    static final int MOST_STUCK = 32;
    private final Duration limit;
    private final Supplier<PlatformAlarms> alarms;
    private final Map<String, Integer> hung = new ConcurrentHashMap<>();
    private final Set<Thread> stuck = ConcurrentHashMap.newKeySet();
    private Collection<TwinCell> cells = List.of();
    private Dispatcher dispatcher;
    private WorkerPool workers;

    /** @param alarms gives null where there is nobody to tell */
    Warden(Duration limit, Supplier<PlatformAlarms> alarms) {
        this.limit = limit;
        this.alarms = alarms;
    }

    /** From now on it watches. */
    void watch(Collection<TwinCell> all, Dispatcher feeder, WorkerPool pool) {
        cells = all;
        dispatcher = feeder;
        workers = pool;
    }

    /** Looks once; to be called a few times within the limit. */
    void look() {
        stuck.removeIf(thread -> !thread.isAlive());
        cells.forEach(cell -> cell.giveUp(limit, "its behaviour did not return within " + limit.toMillis() + " ms"));
    }

    @Override
    public void failed(TwinCell cell) {
        dispatcher.detach(List.of(cell));
        raise(cell, Severity.HIGH, "twin " + cell.id() + " is parked: " + cell.reason());
    }

    @Override
    public void stuck(TwinCell cell, Thread thread) {
        stuck.add(thread);
        boolean worker = stuck.size() <= MOST_STUCK && workers.replace(thread);
        dispatcher.giveUp(cell, thread);
        thread.interrupt();
        String type = cell.definition().type();
        String note = worker || stuck.size() <= MOST_STUCK ? "" : "; " + stuck.size() + " threads do not come back, restart the platform without this pack";
        if (hung.merge(type, 1, Integer::sum) >= TOLERATED) {
            parkAll(type, TOLERATED + " twins of its type did not return, the last was " + cell.id() + ": " + cell.reason());
            note = ", and with it all twins of the type" + note;
        }
        raise(cell, note.contains("restart") ? Severity.CRITICAL : Severity.HIGH, "twin " + cell.id() + " is parked: " + cell.reason() + note);
    }

    private void parkAll(String type, String why) {
        List<TwinCell> all = cells.stream().filter(cell -> cell.definition().type().equals(type) && cell.hasBehavior()).toList();
        dispatcher.detach(all);
        all.forEach(cell -> cell.park(why));
    }

    private void raise(TwinCell cell, Severity severity, String message) {
        PlatformAlarms told = alarms.get();
        if (told != null) {
            told.raise(alarm(cell.definition().type()), severity, "twin type " + cell.definition().type() + ": " + message);
        }
    }

    /** A type gets another chance. */
    void forgive(String type) {
        hung.remove(type);
        PlatformAlarms told = alarms.get();
        if (told != null) {
            told.clear(alarm(type), "twin type " + type + " was exchanged, offered again or resumed");
        }
    }

    private static String alarm(String type) {
        return "twins." + type;
    }

    /** Threads that do not come back from a behaviour. */
    int stuck() {
        return stuck.size();
    }
}

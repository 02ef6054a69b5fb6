package org.gemello.runtime.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.alarm.AlarmFilter;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.alarm.AlarmView.Handling;
import org.gemello.api.log.LogEntry;

/**
 * All alarms as the log says: the same entries in the same order give the same book. Of those that are normal the latest {@link #KEPT}
 * are kept. Safe for use by many threads.
 */
final class AlarmBook {
    /** Alarms kept that are normal. */
    static final int KEPT = 2_000;
    private static final Comparator<AlarmView> WORST_FIRST = Comparator.comparing(AlarmView::severity).reversed()
            .thenComparing(Comparator.comparing(AlarmView::since).reversed());
    private final Map<Key, AlarmView> views = new LinkedHashMap<>();

    private record Key(TwinId source, String name) {
    }

    /** It has been raised, has changed or is back to normal. */
    synchronized void changed(LogEntry.AlarmChanged change) {
        Key key = new Key(change.twin(), change.alarm());
        AlarmView known = views.remove(key);
        boolean occurs = change.active() && (known == null || !known.active() || change.severity().compareTo(known.severity()) > 0);
        boolean acknowledged = !occurs && (known == null || known.acknowledged());
        Instant since = known != null && known.active() == change.active() ? known.since() : change.time();
        views.put(key, view(key, change, since, acknowledged, known == null ? null : known.aside(), known == null ? null : known.handling()));
        forgetOldest();
    }

    /** Something was done about it; nothing where it is not known any more. */
    synchronized void handled(LogEntry.AlarmHandled handled) {
        Key key = new Key(handled.source(), handled.alarm());
        AlarmView known = views.get(key);
        if (known == null) {
            return;
        }
        Handling handling = new Handling(handled.action(), handled.by(), handled.reason(), handled.time(), handled.until());
        boolean acknowledged = known.acknowledged() || handled.action() == AlarmAction.ACKNOWLEDGE;
        Handling aside = switch (handled.action()) {
            case ACKNOWLEDGE -> known.aside();
            case RESTORE -> null;
            case SHELVE, SUPPRESS, TAKE_OUT_OF_SERVICE -> handling;
        };
        views.put(key, new AlarmView(known.source(), known.name(), known.severity(), known.message(), known.since(), known.active(), acknowledged,
                state(known.active(), acknowledged, aside), aside, handling));
    }

    private static AlarmView view(Key key, LogEntry.AlarmChanged change, Instant since, boolean acknowledged, Handling aside, Handling handling) {
        return new AlarmView(key.source(), key.name(), change.severity(), change.message(), since, change.active(), acknowledged,
                state(change.active(), acknowledged, aside), aside, handling);
    }

    private static AlarmState state(boolean active, boolean acknowledged, Handling aside) {
        if (aside != null) {
            return switch (aside.action()) {
                case SUPPRESS -> AlarmState.SUPPRESSED;
                case TAKE_OUT_OF_SERVICE -> AlarmState.OUT_OF_SERVICE;
                default -> AlarmState.SHELVED;
            };
        }
        if (active) {
            return acknowledged ? AlarmState.ACKNOWLEDGED : AlarmState.UNACKNOWLEDGED;
        }
        return acknowledged ? AlarmState.NORMAL : AlarmState.RETURNED;
    }

    private void forgetOldest() {
        if (views.size() > KEPT) {
            views.values().stream().filter(view -> view.state() == AlarmState.NORMAL).findFirst()
                    .ifPresent(oldest -> views.remove(new Key(oldest.source(), oldest.name())));
        }
    }

    /** Puts an alarm back as an image has kept it. */
    synchronized void restore(AlarmView view) {
        views.put(new Key(view.source(), view.name()), view);
    }

    synchronized Optional<AlarmView> find(TwinId source, String name) {
        return Optional.ofNullable(views.get(new Key(source, name)));
    }

    /** All, the one that changed longest ago first. */
    synchronized List<AlarmView> all() {
        return List.copyOf(views.values());
    }

    List<AlarmView> matching(AlarmFilter filter) {
        List<AlarmView> found = new ArrayList<>(all().stream().filter(filter::matches).sorted(WORST_FIRST).toList());
        return List.copyOf(found.subList(0, Math.min(Math.max(0, filter.limit()), found.size())));
    }
}

package org.gemello.rest.internal.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.rest.internal.event.EventMapping.Event;

/**
 * What of the platform's states one client does not know yet: at first all of it, then what has changed. A slow client is told the newest
 * state, not each one in between.
 */
final class StateNews {
    private final PlatformStates states;
    private final List<EventKind> kinds;
    private final Map<String, Object> told = new HashMap<>();

    StateNews(PlatformStates states, EventFilter filter) {
        this.states = states;
        this.kinds = filter.kinds().stream().filter(kind -> !EventKind.LOGGED.contains(kind)).sorted().toList();
    }

    List<Event> next() {
        List<Event> news = new ArrayList<>();
        Map<String, Object> marks = new HashMap<>();
        for (EventKind kind : kinds) {
            states.of(kind).forEach((key, state) -> {
                marks.put(key, state.mark());
                if (!state.mark().equals(told.get(key))) {
                    news.add(state.event());
                }
            });
        }
        told.clear();
        told.putAll(marks);
        return news;
    }
}

package org.gemello.api.twin;

import java.util.List;
import java.util.Map;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;

/**
 * A twin as a reader sees it at one moment.
 *
 * @param id       identity
 * @param name     display name
 * @param type     twin type, such as {@code energy/wind-turbine}
 * @param status   running or parked
 * @param reason   why it is parked, empty while running
 * @param applied  offset of the last item of the log that is in this state, -1 before the first
 * @param state    last sample of every point by point name, in the model's order
 * @param alarms   all alarms that are active or were, newest first
 * @param model    what the twin is made of; empty lists while its pack is missing
 * @param parts    the twins that have a role in this one, by role, in the order written; also while its pack is missing
 */
public record TwinView(TwinId id, String name, String type, TwinStatus status, String reason, long applied,
                       Map<String, Sample> state, List<Alarm> alarms, TwinModel model, Map<String, List<TwinId>> parts) {

    /** A twin without parts. */
    public TwinView(TwinId id, String name, String type, TwinStatus status, String reason, long applied,
                    Map<String, Sample> state, List<Alarm> alarms, TwinModel model) {
        this(id, name, type, status, reason, applied, state, alarms, model, Map.of());
    }
}

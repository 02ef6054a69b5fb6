package org.gemello.runtime.internal;

import java.util.List;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.gemello.api.twin.Alarm;

/**
 * All that the core keeps of a twin: no object of a pack, only bytes and values.
 *
 * @param twin           whose
 * @param schema         schema version of {@code state}
 * @param state          bytes of the behaviour's state, null before it ever ran
 * @param applied        offset of the last item that is in this state, -1 for none
 * @param derivedThrough offset of the last input whose derived values are in the log
 * @param alarmsThrough  offset of the last input whose alarm changes are in the log
 * @param proposalsThrough offset of the last input whose proposals are in the log
 * @param mirror         last sample of every point
 * @param alarms         all alarms
 * @param proposals      proposals that the twin may still refer to
 */
record StateImage(TwinId twin, int schema, byte[] state, long applied, long derivedThrough, long alarmsThrough, long proposalsThrough,
                  List<Sample> mirror, List<Alarm> alarms, List<ProposalShelf.Shelved> proposals) {
    /** Nothing yet, of a twin that begins after an offset. */
    static StateImage beginning(TwinId twin, long applied) {
        return new StateImage(twin, 0, null, applied, -1, -1, -1, List.of(), List.of(), List.of());
    }

    /** The same state, as if it had seen the log through another offset. */
    StateImage at(long offset) {
        return new StateImage(twin, schema, state, offset, derivedThrough, alarmsThrough, proposalsThrough, mirror, alarms, proposals);
    }
}

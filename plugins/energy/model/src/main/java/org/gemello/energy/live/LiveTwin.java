package org.gemello.energy.live;

import java.util.Map;
import org.gemello.api.Quality;

/**
 * A twin beside the real thing: takes its samples in the order of the log, and reports what follows. Stateless and deterministic: all that
 * it remembers is in the state, all that it knows of time comes with the samples.
 *
 * @param <S> state of one twin; mutable
 */
public interface LiveTwin<S> {

    /** A number of a point, NaN where there is none; times are ns since the epoch. Points that are none of its own are passed over. */
    void observe(S state, String point, double value, Quality quality, long time, Report out);

    /** A text of a point, such as a forecast. */
    default void read(S state, String point, String text, long time, Report out) {
    }

    /** Once a second by the platform's clock, ns since the epoch. */
    default void tick(S state, long now, Report out) {
    }

    /** Why a command that the model allows cannot be carried out by this plant; empty where it can: then its set points are written. */
    default String objection(S state, String command, Map<String, Double> arguments) {
        return "";
    }
}

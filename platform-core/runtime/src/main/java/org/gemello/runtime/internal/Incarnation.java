package org.gemello.runtime.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.TwinDefinition;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.TwinType;

/**
 * One life of a twin: its behaviour with its state, the door to its model, what it wants done, and how its calls do. A twin at work has
 * one; a shadow is another beside it. When it is let go, everything of the pack is.
 */
final class Incarnation {
    /** Its call was given up meanwhile; whatever it did is void. */
    static final class GivenUpException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUpException() {
            super("given up", null, false, false);
        }
    }

    /**
     * A call that was given up.
     *
     * @param inside thread that has not come back
     * @param at     where in the pack it is, empty where that is not known
     */
    record GivenUp(Thread inside, String at) {
    }

    private final BehaviorHost<?> host;
    private final Door door;
    private final EffectCollector effects;
    private final CallMeter meter = new CallMeter();
    private final StateImage from;

    private Incarnation(BehaviorHost<?> host, Door door, EffectCollector effects, StateImage from) {
        this.host = host;
        this.door = door;
        this.effects = effects;
        this.from = from;
    }

    /**
     * A life that goes on from the image that fits the type best.
     *
     * @param before model that served until now, {@link TwinModel#UNKNOWN} for none
     * @throws PackCalls.PackCallException where the twin's state or configuration does not do, or the pack fails; the message says why
     */
    static Incarnation start(TwinType<?> type, TwinDefinition definition, KeptImages kept, TwinModel before, RuntimeContext context)
            throws PackCalls.PackCallException, InterruptedException {
        return context.calls().call("twin " + definition.id() + " starts", () -> {
            TwinModel model = type.model();
            StateImage image = kept.choose(model.schema(), context.log().start()).orElse(null);
            Door door = new Door(context, definition, model, before);
            Optional<String> objection = door.objection();
            if (objection.isPresent()) {
                throw new IllegalArgumentException(objection.get());
            }
            EffectCollector effects = new EffectCollector(definition.id(), context.log().points(), model);
            if (image != null) {
                effects.restore(image);
            }
            return new Incarnation(BehaviorHost.start(type, definition, image), door, effects, image);
        });
    }

    TwinModel model() {
        return host.model();
    }

    Intake intake() {
        return door.own();
    }

    EffectCollector effects() {
        return effects;
    }

    CallMeter meter() {
        return meter;
    }

    /** The image that it went on from, null where it began anew. */
    StateImage from() {
        return from;
    }

    /** Its alarms by name. */
    Map<String, Alarm> alarms() {
        return effects.alarms();
    }

    /** The twin's part of a record as the model sees it. */
    Arrival arrival(LogRecord record, LogEntry own) {
        return door.arrival(record, own);
    }

    /**
     * Lets the behaviour see it. What it wants done is in {@link #effects}.
     *
     * @throws GivenUpException where it took so long that the twin has another life by now
     */
    void call(LogRecord record, Arrival arrival) {
        effects.begin();
        LogEntry seen = arrival.seen();
        if (arrival.echo() || seen == null) {
            return;
        }
        if (seen instanceof LogEntry.ProposalMade made) {
            effects.shelf().heard(made.proposal());
            return;
        }
        long began = meter.begin();
        boolean well = false;
        try {
            if (seen instanceof LogEntry.Samples samples) {
                host.samples(samples.batch(), effects);
            } else if (seen instanceof LogEntry.Tick tick) {
                host.tick(tick.time(), effects);
            } else if (seen instanceof LogEntry.CommandIssued issued) {
                host.command(issued.command(), effects);
            } else if (seen instanceof LogEntry.ProposalMoved moved) {
                effects.shelf().moved(moved);
                host.proposal(new ProposalNews(moved.proposalId(), moved.key(), moved.state(), moved.by(), moved.reason(), moved.time()), effects);
            }
            well = true;
        } finally {
            // where it was given up an exception of it is of no interest either
            if (!meter.end(began, well)) {
                throw new GivenUpException();
            }
        }
        effects.commit(record.next() - 1);
    }

    /** Gives its present call up where that takes longer than the limit, and with it what the call wants done; null where it does not. */
    GivenUp giveUp(Duration limit) {
        if (meter.held() <= limit.toNanos()) {
            return null;
        }
        long began = meter.since();
        Thread thread = meter.thread();
        String at = PackFrames.top(thread.getStackTrace());
        if (began == 0 || !meter.giveUp(began)) {
            return null;
        }
        effects.close();
        return new GivenUp(thread, at);
    }

    /** The state as bytes of its schema. */
    byte[] encode() throws IOException {
        return host.encode();
    }
}

package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.gemello.api.PointDefinition;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogRecord;
import org.gemello.api.trace.Stage;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinView;
import org.gemello.binding.TwinDefinition;
import org.gemello.spi.TwinType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One twin: its appearance, its images and, while its pack is there, its life. Whoever holds {@code turn} is the single writer; views are
 * read without it. A failure of the behaviour parks the twin with the state of its last image: what was half done is forgotten and
 * the log still has the input.
 */
final class TwinCell {
    private static final Logger LOG = LoggerFactory.getLogger(TwinCell.class);
    private final TwinDefinition definition;
    private final RuntimeContext context;
    private final Turn turn = new Turn();
    private final List<PointDefinition> bound;
    private final Legacy legacy;
    private final Appearance appearance;
    private final Standing standing = new Standing();
    private final Succession succession = new Succession();
    private volatile Incarnation life;
    private volatile CallMeter meter = new CallMeter();
    private volatile long applied = -1;
    private volatile int epoch;

    TwinCell(TwinDefinition definition, RuntimeContext context) {
        this(definition, context, new Legacy(definition.id(), context));
    }

    private TwinCell(TwinDefinition definition, RuntimeContext context, Legacy legacy) {
        this.definition = definition;
        this.context = context;
        this.legacy = legacy;
        this.bound = context.bound(definition.id());
        this.appearance = new Appearance(definition, context);
    }

    TwinDefinition definition() {
        return definition;
    }

    /** The points that were bound to it when it was made. */
    List<PointDefinition> bound() {
        return bound;
    }

    TwinId id() {
        return definition.id();
    }

    long applied() {
        return applied;
    }

    /** Rises with every activation: what was read for an earlier one must not reach a later one out of order. */
    int epoch() {
        return epoch;
    }

    boolean hasBehavior() {
        return life != null;
    }

    TwinModel model() {
        return appearance.model();
    }

    String reason() {
        return standing.reason();
    }

    /** Offset of the log that it would want after a restart; the end where it is parked. */
    long needed() {
        Incarnation now = life;
        return now == null ? Long.MAX_VALUE : legacy.needed(now.model().schema());
    }

    /** How the calls of its present life do, or of its last one. */
    CallMeter meter() {
        return meter;
    }

    KeptImages images() {
        return legacy.images();
    }

    Outbox outbox() {
        return legacy.outbox();
    }

    /** Goes back to what an image has kept; the newest one is what it shows. */
    void restore(StateImage kept) {
        legacy.restore(kept);
        images().newest().ifPresent(this::show);
    }

    /** The same twin with another definition of the same type, parked: it will go on from where this one has stopped. */
    TwinCell describedAs(TwinDefinition other) {
        TwinCell next = new TwinCell(other, context, legacy);
        images().newest().ifPresent(next::show);
        return next;
    }

    /** Lets a twin that is new on the site begin with the log's record at {@code offset}, with a state from an earlier time where there is one. */
    void beginAt(long offset, List<StateImage> former) {
        legacy.beginAt(offset, former);
        images().ofHighestSchema().ifPresent(this::show);
    }

    private void show(StateImage kept) {
        applied = kept.applied();
        appearance.restore(kept);
    }

    /**
     * Gives the twin a life, from the image that fits best.
     *
     * @throws PackCalls.PackCallException where that fails; nothing is changed then
     */
    void activate(TwinType<?> type) throws PackCalls.PackCallException, InterruptedException {
        Incarnation started = Incarnation.start(type, definition, images(), model(), context);
        ReentrantLock mine = turn.take();
        try {
            StateImage from = started.from();
            applied = from == null ? -1 : from.applied();
            become(started, from == null ? appearance.samples() : from.mirror());
            epoch++;
            standing.catchingUp();
        } finally {
            mine.unlock();
        }
    }

    private void become(Incarnation next, List<Sample> samples) {
        appearance.become(next, samples);
        meter = next.meter();
        meter.reset();
        outbox().speakerChanged();
        life = next;
    }

    /**
     * Hands the twin over to another life, which has seen the log through {@code at}: at once, or after the record that ends there.
     *
     * @return null where the twin is further than that, and the other life must follow on; cancelled where the twin is parked
     */
    CompletableFuture<Long> handOver(Incarnation next, long at) {
        ReentrantLock mine = turn.take();
        try {
            if (life == null) {
                return CompletableFuture.failedFuture(new CancellationException(standing.reason()));
            }
            if (at < applied) {
                return null;
            }
            CompletableFuture<Long> pause = succession.await(next, at);
            succession.passOn(applied, this::goOnAs);
            return pause;
        } finally {
            mine.unlock();
        }
    }

    private void goOnAs(Incarnation next) {
        become(next, appearance.samples());
    }

    /** Calls a handover off that has not come to its offset. */
    void keepLife() {
        ReentrantLock mine = turn.take();
        try {
            succession.callOff();
        } finally {
            mine.unlock();
        }
    }

    /** The twin follows the log as it grows. */
    void live() {
        standing.running();
    }

    /** The twin fell behind and reads the log by itself. */
    void behind() {
        standing.behind();
    }

    /**
     * Lets the behaviour go, keeping the state of this moment.
     *
     * @return false where the behaviour did not give its turn back in time; then the last image is kept instead
     */
    boolean deactivate(String why, Duration patience) throws InterruptedException {
        ReentrantLock mine = turn.take(patience);
        if (mine == null) {
            giveUp(Duration.ZERO, why);
            park(why);
            return false;
        }
        try {
            takeImage();
            park(why);
            return true;
        } finally {
            mine.unlock();
        }
    }

    /** Lets the behaviour go with a reason; who is inside finds its work void. */
    void park(String why) {
        life = null;
        standing.parked(why);
        succession.callOff();
    }

    /**
     * Parks the twin where its behaviour has been inside a call for longer than the limit, and takes the turn away from its thread.
     *
     * @return true where it was given up
     */
    boolean giveUp(Duration limit, String why) {
        Incarnation now = life;
        Incarnation.GivenUp given = now == null ? null : now.giveUp(limit);
        if (given == null) {
            return false;
        }
        park(why + (given.at().isEmpty() ? "" : "; it is at " + given.at()));
        turn.revoke();
        LOG.error("twin {} ({}): {}", id(), definition.type(), standing.reason());
        context.troubles().stuck(this, given.inside());
        return true;
    }

    /**
     * Takes in a record, of which {@code own} is the part that concerns this twin.
     *
     * @param readFor the epoch for which it was read
     */
    void apply(int readFor, LogRecord record, LogEntry own) {
        ReentrantLock mine = turn.take();
        Incarnation now = life;
        try {
            if (now == null || readFor != epoch || record.next() - 1 <= applied) {
                return;
            }
            Arrival arrival = now.arrival(record, own);
            if (arrival.shown() != null) {
                appearance.show(arrival.shown(), record.trace());
                if (!arrival.echo()) {
                    context.traces().add(record.trace(), Stage.MIRROR, id() + ": " + arrival.shown().size() + " values");
                }
            }
            now.call(record, arrival);
            if (life == now) { // else it was parked meanwhile and its effects are void
                applied = record.next() - 1;
                outbox().emit(record, own, now);
                if (succession.isAwaited()) {
                    succession.passOn(applied, this::goOnAs);
                }
            }
        } catch (Incarnation.GivenUpException e) {
            LOG.info("twin {}: the call of offset {}, which was given up, has returned", id(), record.offset());
        } catch (Throwable e) {
            failed(record, e);
        } finally {
            mine.unlock();
        }
    }

    private void failed(LogRecord record, Throwable failure) {
        life = null; // first of all: where memory is short, this frees some
        park("its behaviour failed at offset " + record.offset() + ": " + PackFrames.describe(failure));
        LOG.error("twin {} ({}) parked: {}", id(), definition.type(), standing.reason(), PackTrace.of(failure));
        context.troubles().failed(this);
    }

    /** While frozen no images are taken: those of the moment stay the last ones. */
    void freeze(boolean on) {
        legacy.freeze(on);
    }

    /** The last image of each schema, the present one of this moment unless the behaviour holds its turn too long. */
    List<StateImage> image(Duration patience) throws InterruptedException {
        ReentrantLock mine = turn.take(patience);
        if (mine != null) {
            try {
                takeImage();
            } finally {
                mine.unlock();
            }
        }
        return images().all();
    }

    private void takeImage() throws InterruptedException {
        Incarnation now = life;
        if (now == null) {
            return;
        }
        try {
            legacy.take(now, applied, appearance);
        } catch (PackCalls.PackCallException e) {
            LOG.warn("twin {} keeps its last image: {}", id(), e.getMessage());
            if (e.hung()) {
                park(e.getMessage());
                context.troubles().failed(this);
            }
        }
    }

    TwinView view() {
        return appearance.view(standing, applied);
    }

    /** The last value of a point in the model's unit, NaN before the first. */
    double lastNumber(String point) {
        Sample sample = view().state().get(point);
        return sample != null && sample.value() instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}

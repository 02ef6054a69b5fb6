package org.gemello.runtime.internal;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.gemello.api.TwinId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes from life to life of a twin: its images, and what the log is known to hold of what it said. Changed by who holds the twin's
 * turn.
 */
final class Legacy {
    private static final Logger LOG = LoggerFactory.getLogger(Legacy.class);
    private final TwinId twin;
    private final RuntimeContext context;
    private final KeptImages images = new KeptImages();
    private final Outbox outbox;
    private volatile boolean frozen;

    Legacy(TwinId twin, RuntimeContext context) {
        this.twin = twin;
        this.context = context;
        this.outbox = new Outbox(twin, context);
    }

    KeptImages images() {
        return images;
    }

    Outbox outbox() {
        return outbox;
    }

    /** Goes back to what an image has kept. What was derived since stays known: the replay must not write it again. */
    void restore(StateImage kept) {
        images.keep(kept);
        alreadyDerived(kept);
        if (images.newest().orElse(null) == kept) {
            kept.alarms().forEach(outbox::alreadySaid);
        }
    }

    /**
     * Begins with the log's record at {@code offset}. A state from an earlier time is taken up as if nothing had been in between; of its
     * alarms, which ended with it, the twin will have to speak again.
     */
    void beginAt(long offset, List<StateImage> former) {
        if (former.isEmpty()) {
            images.keep(StateImage.beginning(twin, offset - 1));
        }
        for (StateImage state : former) {
            images.keep(state.at(offset - 1));
            alreadyDerived(state);
        }
    }

    private void alreadyDerived(StateImage kept) {
        outbox.alreadyDerived(kept.derivedThrough(), kept.alarmsThrough(), kept.proposalsThrough());
    }

    /** Offset of the log that a life of this schema would want after a restart. */
    long needed(int schema) {
        return images.choose(schema, context.log().start()).map(StateImage::applied).orElse(-1L) + 1;
    }

    /** While frozen no images are taken: those of the moment stay the last ones. */
    void freeze(boolean on) {
        frozen = on;
    }

    /**
     * Keeps an image of a life that has applied the log so far, unless there is one of that moment.
     *
     * @throws PackCalls.PackCallException where the behaviour does not give its state; the last image stays
     */
    void take(Incarnation life, long applied, Appearance appearance) throws PackCalls.PackCallException, InterruptedException {
        int schema = appearance.model().schema();
        if (frozen || images.of(schema).filter(last -> last.applied() == applied).isPresent()) {
            return;
        }
        try {
            outbox.awaitStored();
            byte[] state = context.calls().call("state of twin " + twin, life::encode);
            images.keep(new StateImage(twin, schema, state, applied, outbox.derivedThrough(), outbox.alarmsThrough(), outbox.proposalsThrough(),
                    appearance.samples(), appearance.alarms(), life.effects().shelf().all()));
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("twin {} keeps its last image, for what it derived is not in the log: {}", twin, e.toString());
        }
    }
}

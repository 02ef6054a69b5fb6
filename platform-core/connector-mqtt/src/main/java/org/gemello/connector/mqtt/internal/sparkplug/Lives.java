package org.gemello.connector.mqtt.internal.sparkplug;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.connector.mqtt.internal.Outlet;
import org.gemello.connector.mqtt.internal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Births, data and deaths of bound nodes, in the order of their sequence (Sparkplug 3.0.0, 5.4 to 5.9 and 6.4). For the event loop. */
final class Lives {
    private static final Logger LOG = LoggerFactory.getLogger(Lives.class);
    private static final Quality NOT_FOUND = new Quality(0x803E0000);
    private final SparkplugSettings settings;
    private final int limit;
    private final Late late;
    private final Rebirths rebirths;
    private final Figures figures;
    private final Consumer<EdgeNode> unanswered;
    private final Payload payload = new Payload();
    private final MetricReader reader;
    private Outlet outlet;

    Lives(SparkplugSettings settings, int limit, Late late, Rebirths rebirths, Figures figures, Consumer<EdgeNode> unanswered) {
        this.settings = settings;
        this.limit = limit;
        this.late = late;
        this.rebirths = rebirths;
        this.figures = figures;
        this.unanswered = unanswered;
        reader = new MetricReader(late, figures);
    }

    void opened(Outlet now) {
        outlet = now;
    }

    void closed() {
        outlet = null;
    }

    /** Takes a message, and those that have waited for it. @return what could not be read of it, empty where all could */
    String read(EdgeNode node, SparkplugTopic where, String topic, byte[] bytes, int length, long received, SampleBatchBuilder into)
            throws Refusal {
        payload.open(bytes, length, limit);
        return switch (where.type()) {
            case NCMD, DCMD -> "";
            case NBIRTH -> nodeBirth(node, received, into);
            case NDEATH -> nodeDeath(node, received, into);
            default -> {
                if (payload.sequence() == Payload.NO_SEQUENCE) {
                    throw new Refusal("a " + where.type() + " needs a 'seq'");
                }
                yield inTurn(node, where, topic, bytes, length, received, into);
            }
        };
    }

    private String inTurn(EdgeNode node, SparkplugTopic where, String topic, byte[] bytes, int length, long received,
                          SampleBatchBuilder into) throws Refusal {
        Sequence sequence = node.sequence();
        if (!node.isAlive()) {
            drop(node, where, received);
            return "";
        } else if (!sequence.isInTurn(payload.sequence())) {
            outOfTurn(node, new Sequence.Held(where, topic, Arrays.copyOf(bytes, length), received));
            return "";
        }
        sequence.advance();
        String trouble = take(node, where, received, into);
        for (Sequence.Held held = sequence.takeNext(); held != null; held = sequence.takeNext()) {
            sequence.advance();
            takeHeld(node, held, into);
        }
        return trouble;
    }

    private void takeHeld(EdgeNode node, Sequence.Held held, SampleBatchBuilder into) {
        String trouble;
        try {
            payload.open(held.payload(), held.payload().length, limit);
            trouble = take(node, held.where(), held.received(), into);
        } catch (Refusal refusal) {
            trouble = refusal.getMessage();
        }
        if (!trouble.isEmpty()) {
            outlet.refuse(held.topic(), held.payload(), trouble);
        }
    }

    private String take(EdgeNode node, SparkplugTopic where, long received, SampleBatchBuilder into) throws Refusal {
        node.heard(received);
        Origin origin = node.origin(where.device());
        if (origin == null) {
            figures.foreign();
            return "";
        }
        return switch (where.type()) {
            case DBIRTH -> birth(origin, received, into);
            case DDEATH -> {
                origin.silence(time(received), received, into);
                origin.unborn();
                yield "";
            }
            default -> data(node, origin, received, into);
        };
    }

    /** Its turn has not come: it waits, or what was before it is taken for lost. */
    private void outOfTurn(EdgeNode node, Sequence.Held message) {
        Sequence sequence = node.sequence();
        int came = payload.sequence();
        boolean first = !sequence.holdsAny();
        if (outlet != null && !settings.reorderTimeout().isZero() && sequence.hold(came, message)) {
            if (first) {
                int missing = sequence.next();
                outlet.later(settings.reorderTimeout(), () -> {
                    if (sequence.holdsAny() && sequence.next() == missing) {
                        lose(node, missing, came);
                    }
                });
            }
        } else {
            figures.dropped();
            lose(node, sequence.next(), came);
        }
    }

    private void lose(EdgeNode node, int expected, int came) {
        for (int i = node.sequence().held(); i > 0; i--) {
            figures.dropped();
        }
        String why = node.name() + " skipped from message " + expected + " to " + came + ": what was between them";
        node.lost(node.lastHeard(), why);
        rebirths.want(node, Duration.ZERO, why);
    }

    private void drop(EdgeNode node, SparkplugTopic where, long received) {
        figures.dropped();
        Origin origin = node.origin(where.device());
        if (origin != null) {
            origin.misses(received, where.type() + " of " + origin.name() + " came before a birth of its node");
        }
        rebirths.want(node, Duration.ZERO, where.type() + " before a birth");
    }

    private String nodeBirth(EdgeNode node, long received, SampleBatchBuilder into) throws Refusal {
        long number = reader.birthNumber(payload);
        node.born(number, payload.sequence() + 1); // without 'seq' a birth is number 0 - 1 + 1: the next is 0
        rebirths.settled(node);
        node.heard(received);
        if (node.origins().size() > 1 && outlet != null) {
            outlet.later(settings.rebirthInterval(), () -> unanswered.accept(node)); // devices that do not follow are away
        }
        return birth(node.origin(""), received, into);
    }

    private String birth(Origin origin, long received, SampleBatchBuilder into) throws Refusal {
        Troubles troubles = new Troubles();
        MetricTable announced = reader.birth(payload, origin, received, into, troubles);
        long time = time(received);
        List<String> absent = new ArrayList<>();
        for (BoundMetric metric : origin.bound().all()) {
            KnownMetric array = metric.array().isEmpty() ? null : announced.find(metric.array());
            if (announced.find(metric.metric()) == null && (array == null || !array.type().isArray())) {
                absent.add(metric.toString());
                into.addNone(metric.handle(), NOT_FOUND.code(), time, received);
            }
        }
        String missing = String.join(", ", absent);
        if (origin.born(announced, time, missing) && !absent.isEmpty()) {
            LOG.warn("the birth of {} does not have {}", origin.name(), missing);
            absent.forEach(metric -> troubles.add(metric + " is not in this birth of " + origin.name()));
        }
        origin.writeGaps(received, late);
        origin.heard(time);
        return troubles.toString();
    }

    private String data(EdgeNode node, Origin origin, long received, SampleBatchBuilder into) throws Refusal {
        if (!origin.isBorn()) {
            figures.dropped();
            origin.misses(received, "data of " + origin.name() + " came before its birth");
            rebirths.want(node, Duration.ZERO, "data of " + origin.name() + " before its birth");
            return "";
        }
        Troubles troubles = new Troubles();
        int unknown = reader.data(payload, origin, received, into, troubles);
        if (unknown > 0) {
            origin.misses(received, unknown + " metrics of " + origin.name() + " were not in its birth");
            rebirths.want(node, Duration.ZERO, unknown + " metrics of " + origin.name() + " are not in its birth");
        }
        origin.heard(time(received));
        return troubles.toString();
    }

    private String nodeDeath(EdgeNode node, long received, SampleBatchBuilder into) throws Refusal {
        if (!node.isOwnDeath(reader.birthNumber(payload))) {
            figures.staleDeath();
            return "";
        }
        node.origins().forEach(origin -> origin.silence(received, received, into)); // the will's own time is that of the connect
        node.dead();
        rebirths.settled(node);
        return "";
    }

    /** When the message was sent as it says, but not after it came; when it came where it says nothing that is a time. */
    private long time(long received) {
        return payload.hasTime() && MetricReader.isTime(payload.time()) ? Math.min(received, payload.time() * 1_000_000) : received;
    }

    /**
     * Reads the values of an old message again, without the order and state of live ones. Metrics by alias are read with the present
     * birth, if that is not younger than the message.
     */
    String replay(EdgeNode node, SparkplugTopic where, byte[] bytes, int length, long received, SampleBatchBuilder into) throws Refusal {
        payload.open(bytes, length, limit);
        Origin origin = node.origin(where.device());
        Troubles troubles = new Troubles();
        switch (where.type()) {
            case NBIRTH, DBIRTH -> reader.birth(payload, bound(origin, where), received, into, troubles);
            case NDATA, DDATA -> {
                if (!bound(origin, where).isBorn() || !payload.hasTime() || MetricReader.nanos(payload.time()) < origin.bornAt()) {
                    throw new Refusal("it is older than the present birth of " + origin.name() + ", by which it would be read");
                } else if (reader.data(payload, origin, received, into, troubles) > 0) {
                    troubles.add("some of its metrics are not in the present birth of " + origin.name());
                }
            }
            default -> throw new Refusal("a " + where.type() + " has no values");
        }
        return troubles.toString();
    }

    private static Origin bound(Origin origin, SparkplugTopic where) throws Refusal {
        if (origin == null) {
            throw new Refusal("nothing is bound to device '" + where.device() + "' of " + where.node());
        }
        return origin;
    }
}

package org.gemello.connector.mqtt.internal.sparkplug;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.gemello.connector.mqtt.internal.Message;
import org.gemello.connector.mqtt.internal.Outlet;
import org.gemello.connector.mqtt.internal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks nodes for a rebirth until they are born: a node at first once in an interval, then in twice that time and so on up to five
 * minutes; and not more than a few nodes at a time, so that a plant that comes back does not speak all at once.
 */
final class Rebirths {
    private static final Logger LOG = LoggerFactory.getLogger(Rebirths.class);
    private static final Duration PACE = Duration.ofMillis(100);
    private static final int BURST = 10;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private final String connection;
    private final Duration interval;
    private final Figures figures;
    private final LongSupplier clock;
    private final Consumer<EdgeNode> unanswered;
    private final Map<EdgeNode, Asking> wanted = new LinkedHashMap<>();
    private final Map<EdgeNode, Long> asked = new LinkedHashMap<>();
    private Outlet outlet;
    private long nextRun = Long.MAX_VALUE;

    /** When a node is asked next, and how long to wait after that. */
    private static final class Asking {
        private long next;
        private long wait;
        private boolean sent;
    }

    /**
     * @param clock      nanoseconds from any point
     * @param unanswered told of a node that was asked and has not answered in time
     */
    Rebirths(String connection, Duration interval, Figures figures, LongSupplier clock, Consumer<EdgeNode> unanswered) {
        this.connection = connection;
        this.interval = interval;
        this.figures = figures;
        this.clock = clock;
        this.unanswered = unanswered;
    }

    void opened(Outlet now) {
        outlet = now;
        nextRun = Long.MAX_VALUE;
    }

    void closed() {
        outlet = null;
        wanted.clear();
    }

    /** The node is wanted to be born. @param delay it may be so by itself within this time */
    void want(EdgeNode node, Duration delay, String why) {
        if (outlet == null || wanted.containsKey(node)) {
            return;
        }
        LOG.info("connection {}: a rebirth of {} is wanted: {}", connection, node.name(), why);
        Asking asking = new Asking();
        long earliest = asked.containsKey(node) ? asked.get(node) + interval.toNanos() : clock.getAsLong();
        asking.next = Math.max(earliest, clock.getAsLong() + delay.toNanos());
        asking.wait = interval.toNanos();
        wanted.put(node, asking);
        schedule(asking.next);
    }

    private void schedule(long due) {
        if (nextRun == Long.MAX_VALUE || due - nextRun < 0) {
            nextRun = due;
            outlet.later(Duration.ofNanos(Math.max(0, due - clock.getAsLong())), this::run);
        }
    }

    /** It is born, or dead and will be born by itself. */
    void settled(EdgeNode node) {
        wanted.remove(node);
    }

    private void run() {
        nextRun = Long.MAX_VALUE;
        long now = clock.getAsLong();
        int sent = 0;
        for (Iterator<Map.Entry<EdgeNode, Asking>> all = wanted.entrySet().iterator(); all.hasNext() && sent < BURST; ) {
            Map.Entry<EdgeNode, Asking> one = all.next();
            Asking asking = one.getValue();
            if (asking.next - now <= 0) {
                if (asking.sent) {
                    unanswered.accept(one.getKey());
                }
                ask(one.getKey(), asking, now);
                sent++;
            }
        }
        wanted.values().stream().mapToLong(asking -> asking.next - now).min()
                .ifPresent(wait -> schedule(now + Math.max(wait, PACE.toNanos())));
    }

    private void ask(EdgeNode node, Asking asking, long now) {
        asking.sent = true;
        asking.next = now + asking.wait;
        asking.wait = Math.min(asking.wait * 2, LONGEST.toNanos());
        asked.put(node, now);
        try {
            outlet.publish(new Message(SparkplugTopic.command(node.name(), ""), Commands.rebirth(System.currentTimeMillis()),
                    MqttQoS.AT_MOST_ONCE, false));
            figures.rebirth();
        } catch (Refusal refusal) {
            LOG.warn("connection {}: {} cannot be asked for a rebirth: {}", connection, node.name(), refusal.getMessage());
        }
    }
}

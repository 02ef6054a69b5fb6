package org.gemello.connector.mqtt.internal.sparkplug;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.log.LogEntry;
import org.gemello.binding.Binding;
import org.gemello.binding.BindingTemplate;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.mqtt.internal.Dialect;
import org.gemello.connector.mqtt.internal.Message;
import org.gemello.connector.mqtt.internal.Outlet;
import org.gemello.connector.mqtt.internal.Presence;
import org.gemello.connector.mqtt.internal.Refusal;
import org.gemello.connector.mqtt.internal.TopicFilter;
import org.gemello.connector.mqtt.internal.WriteTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sparkplug B (Eclipse Sparkplug 3.0.0) as a host application: takes births, data and deaths of edge nodes and their devices, asks for
 * births that it misses, and writes by commands. Nodes publish at QoS 0, so that the broker keeps nothing: whatever was missed is
 * written down as a gap, from the last that is known to the next birth.
 */
public final class SparkplugHost implements Dialect {
    private static final Logger LOG = LoggerFactory.getLogger(SparkplugHost.class);
    /** After we are there, nodes that wait for their primary host are born by themselves; the others are asked then. */
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration STATE_AGAIN = Duration.ofSeconds(1);
    private static final int REMEMBERED = 10_000;
    private final String connection;
    private final SparkplugSettings settings;
    private final PointTable handles;
    private final BoundNodes nodes;
    private final HostPresence presence;
    private final Figures figures = new Figures();
    private final Late late;
    private final Rebirths rebirths;
    private final Lives lives;
    private final Map<String, SparkplugTopic> topics = new HashMap<>();
    private Outlet outlet;
    private boolean takingLate;
    private boolean correctingState;

    /**
     * @param bindings of this connection alone
     * @param limit    most bytes that a compressed payload may have
     * @throws ConfigurationException where a binding is wrong
     */
    public SparkplugHost(String connection, SparkplugSettings settings, List<Binding> bindings, PointTable handles, int limit) {
        this(connection, settings, bindings, handles, limit, System::nanoTime);
    }

    /**
     * As the configuration has it.
     *
     * @throws ConfigurationException where a binding is wrong
     */
    public static SparkplugHost of(SiteConfiguration site, String connection, SparkplugSettings settings, PointTable handles, int limit) {
        for (BindingTemplate template : site.templates(connection)) {
            throw new ConfigurationException(template.settings().place(), "placeholders are for topics; write a binding for each node of '"
                    + connection + "'");
        }
        return new SparkplugHost(connection, settings, site.bindings(connection), handles, limit);
    }

    /** @param clock nanoseconds from any point, for waiting */
    SparkplugHost(String connection, SparkplugSettings settings, List<Binding> bindings, PointTable handles, int limit,
                  LongSupplier clock) {
        this.connection = connection;
        this.settings = settings;
        this.handles = handles;
        nodes = new BoundNodes(bindings, settings, handles);
        presence = new HostPresence(settings.host());
        late = new Late(handles);
        rebirths = new Rebirths(connection, settings.rebirthInterval(), figures, clock, this::silence);
        lives = new Lives(settings, limit, late, rebirths, figures, this::silence);
    }

    /** What was counted since the start. */
    Figures figures() {
        return figures;
    }

    @Override
    public List<PointDefinition> points() {
        return nodes.points();
    }

    /** What is bound, and our own STATE. */
    @Override
    public Map<TopicFilter, MqttQoS> subscriptions() {
        Map<TopicFilter, MqttQoS> wanted = new LinkedHashMap<>();
        if (settings.groups().contains("+")) {
            wanted.put(TopicFilter.parse(SparkplugTopic.NAMESPACE + "/#"), MqttQoS.AT_LEAST_ONCE); // STATE too
            return wanted;
        }
        settings.groups().forEach(group ->
                wanted.put(TopicFilter.parse(SparkplugTopic.NAMESPACE + '/' + group + "/#"), MqttQoS.AT_LEAST_ONCE));
        if (settings.primary()) {
            wanted.put(TopicFilter.parse(presence.topic()), MqttQoS.AT_LEAST_ONCE);
        }
        return wanted;
    }

    @Override
    public Presence presence() {
        return settings.primary() ? presence : Presence.NONE;
    }

    @Override
    public void opened(Outlet now) {
        outlet = now;
        lives.opened(now);
        rebirths.opened(now);
        takeLateSoon();
        nodes.all().stream().filter(node -> !node.isAlive()).forEach(node -> rebirths.want(node, GRACE, "the connection is new"));
    }

    @Override
    public void closed() {
        takeLate();
        outlet = null;
        rebirths.closed();
        LOG.info("connection {}: {}", connection, figures);
        lives.closed();
        long now = Times.now();
        for (EdgeNode node : nodes.all()) {
            node.lost(now, "the connection was lost, and what " + node.name() + " published meanwhile");
            node.origins().forEach(Origin::silenced); // the connection says it for all points
        }
    }

    @Override
    public Optional<WriteTarget> target(PointId point) {
        return nodes.target(point);
    }

    @Override
    public String read(String topic, byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal {
        if (topic.startsWith(SparkplugTopic.STATE)) {
            state(topic, payload, length);
            return "";
        }
        SparkplugTopic where = where(topic);
        EdgeNode node = nodes.find(where.node());
        if (node == null) {
            figures.foreign();
            return "";
        }
        try {
            return lives.read(node, where, topic, payload, length, received, into);
        } finally {
            takeLateSoon();
        }
    }

    @Override
    public String replay(String topic, byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal {
        SparkplugTopic where = where(topic);
        EdgeNode node = nodes.find(where.node());
        if (node == null) {
            throw new Refusal("nothing is bound to " + where.node());
        }
        try {
            return lives.replay(node, where, payload, length, received, into);
        } finally {
            takeLateSoon();
        }
    }

    private SparkplugTopic where(String topic) throws Refusal {
        SparkplugTopic known = topics.get(topic);
        if (known == null) {
            known = SparkplugTopic.parse(topic);
            if (topics.size() >= REMEMBERED) {
                topics.clear();
            }
            topics.put(topic, known);
        }
        return known;
    }

    /** Somebody, such as the broker with the will of an earlier connection, says that we are away: we say that we are not. */
    private void state(String topic, byte[] payload, int length) {
        if (outlet != null && !correctingState && topic.equals(presence.topic()) && HostPresence.isOffline(payload, length)) {
            correctingState = true;
            outlet.later(STATE_AGAIN, () -> correctingState = false);
            outlet.later(Duration.ZERO, () -> presence.birth().ifPresent(this::say));
        }
    }

    private void say(Message message) {
        try {
            outlet.publish(message);
        } catch (Refusal refusal) {
            LOG.warn("connection {}: nodes are not told that the host is here: {}", connection, refusal.getMessage());
        }
    }

    /** No birth came though it was asked for. */
    private void silence(EdgeNode node) {
        long now = Times.now();
        SampleBatchBuilder samples = SampleBatch.builder(handles, 16);
        node.origins().stream().filter(origin -> !origin.isBorn()).forEach(origin -> origin.silence(now, now, samples));
        if (samples.size() > 0) {
            outlet.tell(new LogEntry.Samples(samples.build()), stored -> { });
        }
    }

    private void takeLateSoon() {
        if (!late.isEmpty() && !takingLate && outlet != null) {
            takingLate = true;
            outlet.later(Duration.ZERO, this::takeLate);
        }
    }

    private void takeLate() {
        takingLate = false;
        for (LogEntry entry : outlet == null ? List.<LogEntry>of() : late.take()) {
            outlet.tell(entry, stored -> {
                if (!stored) {
                    late.putBack(entry); // the connection is made again; then it is told again
                }
            });
        }
    }
}

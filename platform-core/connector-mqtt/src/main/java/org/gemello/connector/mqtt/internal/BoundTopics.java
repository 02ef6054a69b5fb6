package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics that are bound one by one or by wildcard, with payloads in the formats that the bindings name. */
final class BoundTopics implements Dialect {
    private static final Logger LOG = LoggerFactory.getLogger(BoundTopics.class);
    private final String connection;
    private final TopicTable topics;
    private final Map<PointId, WriteTarget> targets;
    private final TopicPoints points;
    private final Presence presence;
    private final RateLimit unbound = new RateLimit(Duration.ofMinutes(1));

    /**
     * @param bindings  of this connection alone
     * @param templates of this connection alone
     */
    BoundTopics(String connection, List<TopicBinding> bindings, List<TopicTemplateBinding> templates, TopicPoints points,
                PointTable handles, Presence presence) {
        this.connection = connection;
        this.points = points;
        this.presence = presence;
        topics = new TopicTable(bindings, templates, points);
        targets = CommandTopic.of(bindings, handles);
    }

    /** As the configuration has it. */
    static BoundTopics of(SiteConfiguration site, String connection, MqttSettings settings, PointTable handles) {
        Set<TwinId> twins = site.twins().stream().map(TwinDefinition::id).collect(Collectors.toSet());
        return new BoundTopics(connection, site.bindings(connection).stream().map(TopicBinding::of).toList(),
                site.templates(connection).stream().map(TopicTemplateBinding::of).toList(),
                new TopicPoints(handles, twins, settings.wildcardPoints()), handles, settings.presence());
    }

    @Override
    public List<PointDefinition> points() {
        return points.all();
    }

    @Override
    public Map<TopicFilter, MqttQoS> subscriptions() {
        return topics.subscriptions();
    }

    @Override
    public Optional<WriteTarget> target(PointId point) {
        return Optional.ofNullable(targets.get(point));
    }

    @Override
    public Presence presence() {
        return presence;
    }

    @Override
    public String read(String topic, byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal {
        List<PayloadPlan> plans = topics.plans(topic);
        if (plans.size() == 1) {
            return plans.get(0).read(payload, length, received, into);
        }
        if (plans.isEmpty() && unbound.permits()) {
            LOG.warn("connection {}: nothing is bound to topic {}; a subscription of an earlier configuration may still be in the"
                    + " broker's session. Its messages are passed over ({} more since the last such line)", connection, topic,
                    unbound.suppressed());
        }
        return readAll(plans, payload, length, received, into);
    }

    private static String readAll(List<PayloadPlan> plans, byte[] payload, int length, long received, SampleBatchBuilder into)
            throws Refusal {
        Troubles troubles = new Troubles();
        for (PayloadPlan plan : plans) {
            troubles.note("", () -> plan.read(payload, length, received, into));
        }
        return troubles.text();
    }
}

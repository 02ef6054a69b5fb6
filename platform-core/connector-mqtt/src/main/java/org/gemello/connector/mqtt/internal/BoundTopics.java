package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.binding.PointBinding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Topics that are bound one by one or by wildcard, with payloads in the formats that the bindings name. */
final class BoundTopics implements Dialect {
    private static final Logger LOG = LoggerFactory.getLogger(BoundTopics.class);
    private final String connection;
    private final TopicTable topics;
    private final Map<PointId, WriteTarget> targets;
    private final List<PointDefinition> points;
    private final RateLimit unbound = new RateLimit(Duration.ofMinutes(1));

    /** @param bindings of this connection alone */
    BoundTopics(String connection, List<TopicBinding> bindings, PointTable handles) {
        this.connection = connection;
        topics = new TopicTable(bindings, handles);
        targets = CommandTopic.of(bindings, handles);
        points = bindings.stream().flatMap(binding -> binding.binding().points().stream()).map(PointBinding::point).distinct().toList();
    }

    @Override
    public List<PointDefinition> points() {
        return points;
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
        StringJoiner troubles = new StringJoiner("; ");
        int refused = 0;
        for (PayloadPlan plan : plans) {
            String trouble;
            try {
                trouble = plan.read(payload, length, received, into);
            } catch (Refusal refusal) {
                refused++;
                trouble = refusal.getMessage();
            }
            if (!trouble.isEmpty()) {
                troubles.add(trouble);
            }
        }
        if (refused > 0 && refused == plans.size()) {
            throw new Refusal(troubles.toString());
        }
        return troubles.toString();
    }
}

package org.gemello.connector.mqtt.internal.sparkplug;

import io.netty.handler.codec.mqtt.MqttQoS;
import org.gemello.connector.mqtt.internal.Message;
import org.gemello.connector.mqtt.internal.Refusal;
import org.gemello.connector.mqtt.internal.WriteTarget;

/**
 * A metric that commands may write: by NCMD or DCMD, with the type that its birth has announced.
 *
 * @param node   {@code group/node}
 * @param device empty for the node itself
 * @param origin the node or device
 * @param metric the metric and its point
 */
record MetricWrite(String node, String device, Origin origin, BoundMetric metric) implements WriteTarget {

    @Override
    public int handle() {
        return metric.handle();
    }

    @Override
    public Message message(double value) throws Refusal {
        if (!origin.isBorn()) {
            throw new Refusal(origin.name() + " is not there: no birth of it counts now");
        }
        KnownMetric known = origin.table().find(metric.metric());
        if (known == null || known.member() || known.type().isArray()) {
            throw new Refusal(metric + (known == null ? " is not in the birth of " + origin.name()
                    : " is part of a template or array, and only whole metrics can be written"));
        }
        byte[] payload = Commands.write(known, metric.scale().invert(value), System.currentTimeMillis());
        return new Message(SparkplugTopic.command(node, device), payload, MqttQoS.AT_MOST_ONCE, false);
    }
}

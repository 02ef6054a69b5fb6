package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.SampleBatchBuilder;

/** Listens to what another dialect would, takes nothing away from anybody, and writes nothing. */
final class ProbeDialect implements Dialect {
    private final Dialect tried;
    private volatile boolean reached;
    private volatile boolean hungUp;

    ProbeDialect(Dialect tried) {
        this.tried = tried;
    }

    /** True once the broker has let us in and answered what was subscribed. */
    boolean isReached() {
        return reached;
    }

    /** True where the broker has let us in and left us before it had answered. */
    boolean isHungUp() {
        return hungUp;
    }

    @Override
    public List<PointDefinition> points() {
        return tried.points();
    }

    /** In a shared subscription a visitor would get messages that the running connection then misses. */
    @Override
    public Map<TopicFilter, MqttQoS> subscriptions() {
        Map<TopicFilter, MqttQoS> own = new LinkedHashMap<>();
        tried.subscriptions().forEach((filter, qos) -> own.merge(filter.unshared(), qos, (a, b) -> a.value() > b.value() ? a : b));
        return own;
    }

    @Override
    public String read(String topic, byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal {
        return tried.read(topic, payload, length, received, into);
    }

    @Override
    public Optional<WriteTarget> target(PointId point) {
        return Optional.empty();
    }

    @Override
    public void opened(Outlet outlet) {
        reached = true;
    }
    @Override
    public void closed() {
        hungUp = !reached;
    }
}

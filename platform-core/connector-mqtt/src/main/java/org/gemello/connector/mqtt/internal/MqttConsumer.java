package org.gemello.connector.mqtt.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.gemello.api.PointTable;
import org.gemello.api.TraceId;
import org.gemello.api.log.LogEntry;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.mqtt.internal.sparkplug.SparkplugHost;
import org.gemello.connector.mqtt.internal.sparkplug.SparkplugSettings;

/** Feeds a route with the log entries of one connection, and publishes the connection while the route runs. */
final class MqttConsumer extends DefaultConsumer {
    static final String TRACE = "GemelloTrace";
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private final MqttComponent component;
    private final String name;
    private final long silentSince;
    private MqttConnection connection;
    private AutoCloseable publication;

    MqttConsumer(MqttEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        component = endpoint.component();
        name = endpoint.connection();
        silentSince = endpoint.silentSince();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        SiteConfiguration site = component.site();
        ConnectionDefinition definition = site.connection(name).filter(found -> found.kind().equals(MqttComponent.SCHEME))
                .orElseThrow(() -> new IllegalArgumentException("there is no connection '" + name + "' of kind mqtt in the configuration"));
        MqttSettings settings = MqttSettings.of(definition);
        connection = new MqttConnection(name, settings, dialect(definition, settings, site), component.services(), this::deliver,
                new Backoff(FIRST_WAIT, LONGEST_WAIT));
        connection.start(silentSince);
        publication = component.publish(name, connection);
    }

    private Dialect dialect(ConnectionDefinition definition, MqttSettings settings, SiteConfiguration site) {
        PointTable points = component.services().points();
        Optional<SparkplugSettings> sparkplug = SparkplugSettings.of(definition.settings());
        return sparkplug.isPresent() ? SparkplugHost.of(site, name, sparkplug.get(), points, settings.payloadLimit())
                : BoundTopics.of(site, name, settings, points);
    }

    @Override
    protected void doStop() throws Exception {
        if (publication != null) {
            publication.close();
            publication = null;
        }
        if (connection != null) {
            connection.stop();
            connection = null;
        }
        super.doStop();
    }

    private CompletableFuture<Void> deliver(LogEntry entry, TraceId trace) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(entry);
        exchange.setProperty(TRACE, trace);
        try {
            getAsyncProcessor().process(exchange, synchronously -> {
                Exception failure = exchange.getException();
                releaseExchange(exchange, false);
                if (failure == null) {
                    stored.complete(null);
                } else {
                    stored.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            stored.completeExceptionally(e);
        }
        return stored;
    }
}

package org.gemello.connector.mqtt.internal;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Processor;
import org.gemello.api.PointTable;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.EntryConsumer;
import org.gemello.connector.Publication;
import org.gemello.connector.mqtt.internal.sparkplug.SparkplugHost;
import org.gemello.connector.mqtt.internal.sparkplug.SparkplugSettings;

/** Feeds a route with the log entries of one connection, and publishes the connection while the route runs. */
final class MqttConsumer extends EntryConsumer {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private final MqttComponent component;
    private final String name;
    private final long silentSince;
    private MqttConnection connection;
    private Publication publication;

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
        connection.start(silentSince, silentSince == 0 ? StoredBefore.NOTHING : component.storedBefore());
        publication = new Publication(component.bundle(), name, connection);
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
}

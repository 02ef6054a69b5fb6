package org.gemello.connector.opcua.internal;

import java.nio.file.Path;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.gemello.api.PointTable;
import org.gemello.binding.SiteConfiguration;

/** {@code opcua:<connection name>}: everything else stands in the connection's file. */
final class OpcUaEndpoint extends DefaultEndpoint {
    /** Nothing was received before the route starts, as far as anybody knows. */
    static final long NEVER_SILENT = Long.MIN_VALUE;
    private final OpcUaSettings settings;
    private final SiteConfiguration site;
    private final PointTable points;
    private final Services services;
    private final Path folder;
    private final long silentSince;

    /**
     * @param folder      for what a connection has to know again after a restart; null to keep nothing
     * @param silentSince since then nothing of this connection was received, nanoseconds since the epoch
     */
    OpcUaEndpoint(String uri, Component component, OpcUaSettings settings, SiteConfiguration site, PointTable points, Services services,
                  Path folder, long silentSince) {
        super(uri, component);
        this.settings = settings;
        this.site = site;
        this.points = points;
        this.services = services;
        this.folder = folder;
        this.silentSince = silentSince;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        Items items = new Items(site.bindings(settings.name()), settings, points);
        OpcUaConsumer consumer = new OpcUaConsumer(this, processor, settings, items, points, services, folder, silentSince);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("a route cannot write to '" + getEndpointUri()
                + "': values are written by commands, which check range, rate and rights and read back");
    }
}

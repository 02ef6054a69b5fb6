package org.gemello.connector.mqtt.internal;

import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;
import org.gemello.binding.SiteConfiguration;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The Camel component of the scheme {@code mqtt}. */
@org.osgi.service.component.annotations.Component(service = Component.class, property = "gemello.scheme=" + MqttComponent.SCHEME)
public final class MqttComponent extends DefaultComponent {
    static final String SCHEME = "mqtt";
    private final BundleContext bundle;
    private final SiteConfiguration site;
    private final MqttServices services;
    private final SampleLog log;
    private StoredBefore before;

    /** @param bundle publishes the connections as services */
    @Activate
    public MqttComponent(BundleContext bundle, @Reference SiteConfiguration site, @Reference SampleLog log,
                         @Reference DeadLetters deadLetters, @Reference Traces traces) {
        this.bundle = bundle;
        this.site = site;
        this.log = log;
        this.services = new MqttServices(log.points(), deadLetters, traces);
    }

    SiteConfiguration site() {
        return site;
    }

    MqttServices services() {
        return services;
    }

    /** What the log had at its end when the first connection asked: the same for all of them. */
    synchronized StoredBefore storedBefore() throws InterruptedException {
        if (before == null) {
            before = StoredBefore.of(log);
        }
        return before;
    }

    BundleContext bundle() {
        return bundle;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new MqttEndpoint(uri, this, remaining, getAndRemoveParameter(parameters, "silentSince", Long.class, 0L));
    }
}

package org.gemello.routes.internal;

import java.util.Map;
import org.apache.camel.karaf.core.OsgiDefaultCamelContext;
import org.gemello.api.Folders;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteDifference;
import org.gemello.binding.SiteListener;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The data plane's Camel context in the container; follows connectors and sinks as they come and go. */
@Component(service = {HealthCheck.class, SiteListener.class}, immediate = true)
public final class CamelHostService implements HealthCheck, SiteListener {
    private final CamelHost host;

    @Activate
    public CamelHostService(BundleContext bundle, @Reference SampleLog log, @Reference SiteConfiguration site,
                            @Reference ConnectionRegistry registry, @Reference Traces traces, @Reference PlatformAlarms alarms) {
        OsgiDefaultCamelContext context = new OsgiDefaultCamelContext(bundle);
        context.getCamelContextExtension().setName("gemello");
        context.setApplicationContextClassLoader(CamelHostService.class.getClassLoader());
        host = new CamelHost(context, log, site, registry, traces, alarms, Folders.config().resolve("routes"));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = "(gemello.scheme=*)")
    void addConnector(org.apache.camel.Component component, Map<String, Object> properties) {
        host.addConnector((String) properties.get("gemello.scheme"), component);
    }

    void removeConnector(org.apache.camel.Component component, Map<String, Object> properties) {
        host.removeConnector((String) properties.get("gemello.scheme"));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSink(LogSink sink) {
        host.addSink(sink);
    }

    void removeSink(LogSink sink) {
        host.removeSink(sink);
    }

    @Override
    public void changed(SiteDifference difference) {
        host.follow();
    }

    @Override
    public Health health() {
        return host.hasGroups() ? Health.well("routes", host.summary()) : Health.notReady("routes", host.summary() + "; the twins or the history are not there yet");
    }

    @Deactivate
    void stop() {
        host.stop();
    }
}

package org.gemello.runtime.internal;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.gemello.api.Folders;
import org.gemello.api.alarm.AlarmJournal;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.audit.AuditTrail;
import org.gemello.api.command.Commands;
import org.gemello.api.connection.Connections;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.gemello.api.proposal.Proposals;
import org.gemello.api.trace.Traces;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteListener;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.spi.TwinType;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The runtime in the container: publishes its services and follows the twin types that packs offer. */
@Component(service = HealthCheck.class, immediate = true)
@Capability(namespace = "osgi.service", attribute = "objectClass:List<String>='org.gemello.api.twin.TwinRegistry,"
        + "org.gemello.api.command.Commands,org.gemello.api.proposal.Proposals,org.gemello.api.alarm.Alarms,org.gemello.api.alarm.AlarmJournal,org.gemello.api.log.LogSink,org.gemello.runtime.exchange.TypeExchange'")
public final class TwinRuntimeService implements HealthCheck {
    private final TwinRuntime runtime;
    private final List<ServiceRegistration<?>> registrations;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile PlatformAlarms alarms;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile AuditTrail audit;

    @Activate
    public TwinRuntimeService(BundleContext bundle, @Reference SampleLog log, @Reference SiteConfiguration site,
                              @Reference Connections connections, @Reference Traces traces) throws IOException, InterruptedException {
        runtime = new TwinRuntime(log, site, connections, traces, RuntimeOptions.in(Folders.data().resolve("twins"), bundle::getProperty),
                () -> alarms, () -> audit);
        Hashtable<String, Object> group = new Hashtable<>();
        group.put("gemello.group", TwinRuntime.GROUP);
        Hashtable<String, Object> first = new Hashtable<>(Map.of(Constants.SERVICE_RANKING, 100)); // twins are there before what feeds them
        registrations = List.of(bundle.registerService(TwinRegistry.class, runtime, null),
                bundle.registerService(Commands.class, runtime.commands(), null),
                bundle.registerService(Proposals.class, runtime.proposals(), null),
                bundle.registerService(Alarms.class, runtime.alarms(), null),
                bundle.registerService(AlarmJournal.class, runtime.journal(), null),
                bundle.registerService(TypeExchange.class, runtime.exchange(), null),
                bundle.registerService(LogSink.class, runtime, group),
                bundle.registerService(SiteListener.class, difference -> runtime.follow(), first));
        runtime.follow(); // what has changed between the reading and now
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = "(!(" + TypeExchange.STANDBY + "=true))")
    void addType(TwinType<?> type) {
        runtime.addType(type);
    }

    void removeType(TwinType<?> type) {
        runtime.removeType(type);
    }

    @Override
    public Health health() {
        List<TwinView> twins = runtime.twins();
        List<String> parked = twins.stream().filter(twin -> twin.status() == TwinStatus.PARKED).map(twin -> twin.id() + ": " + twin.reason()).toList();
        String text = twins.size() - parked.size() + " of " + twins.size() + " twins at work";
        if (!runtime.isFed()) {
            return Health.notReady("runtime", "nothing comes from the log to the twins; see the parts log and routes");
        }
        int stuck = runtime.stuckThreads();
        return Health.well("runtime", text + (parked.isEmpty() ? "" : "; parked: " + parked)
                + (stuck == 0 ? "" : "; " + stuck + " threads do not come back from a behaviour, a restart ends them"));
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        runtime.close();
    }
}

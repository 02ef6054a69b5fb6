package org.gemello.rest.internal;

import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gemello.api.alarm.AlarmJournal;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.backup.Backups;
import org.gemello.api.command.Commands;
import org.gemello.api.connection.CertificateTrust;
import org.gemello.api.connection.ConnectionProbes;
import org.gemello.api.connection.Connections;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.connection.EndpointDiscovery;
import org.gemello.api.demo.DemoPlants;
import org.gemello.api.exchange.HistoryExchange;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.history.History;
import org.gemello.api.job.Jobs;
import org.gemello.api.log.SampleLog;
import org.gemello.api.pack.Packs;
import org.gemello.api.proposal.Proposals;
import org.gemello.api.site.Site;
import org.gemello.api.trace.Traces;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.spi.TwinType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The platform as the service registry has it at this moment. */
@Component(service = Platform.class)
public final class PlatformServices implements Platform {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile TwinRegistry twins;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Commands commands;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Proposals proposals;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile History history;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Connections connections;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Traces traces;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile SampleLog log;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile DeadLetters deadLetters;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile CertificateTrust certificates;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile EndpointDiscovery discovery;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Jobs jobs;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile HistoryExchange exchange;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Backups backups;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile PlatformAlarms alarms;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Alarms handledAlarms;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile AlarmJournal alarmJournal;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Packs packs;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Site site;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile ConnectionProbes probes;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile DemoPlants demoPlants;
    /** Those that serve; a version that is tried beside the present one is on standby. */
    @Reference(service = TwinType.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC,
            target = "(!(gemello.standby=true))")
    private volatile List<TwinType<?>> types = List.of();
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<HealthCheck> checks = List.of();

    @Override
    public TwinRegistry twins() {
        return present(twins, "twins");
    }

    @Override
    public Commands commands() {
        return present(commands, "commands");
    }

    @Override
    public Proposals proposals() {
        return present(proposals, "proposals");
    }

    @Override
    public History history() {
        return present(history, "history");
    }

    @Override
    public Connections connections() {
        return present(connections, "connections");
    }

    @Override
    public Traces traces() {
        return present(traces, "traces");
    }

    @Override
    public SampleLog log() {
        return present(log, "log");
    }

    @Override
    public DeadLetters deadLetters() {
        return present(deadLetters, "dead letters");
    }

    @Override
    public CertificateTrust certificates() {
        return present(certificates, "certificates");
    }

    @Override
    public EndpointDiscovery discovery() {
        return present(discovery, "discovery");
    }

    @Override
    public Jobs jobs() {
        return present(jobs, "jobs");
    }

    @Override
    public HistoryExchange exchange() {
        return present(exchange, "exchange");
    }

    @Override
    public Backups backups() {
        return present(backups, "backups");
    }

    @Override
    public PlatformAlarms alarms() {
        return present(alarms, "alarms");
    }

    @Override
    public Alarms handledAlarms() {
        return present(handledAlarms, "alarms");
    }

    @Override
    public AlarmJournal alarmJournal() {
        return present(alarmJournal, "alarm journal");
    }

    @Override
    public Packs packs() {
        return present(packs, "packs");
    }

    @Override
    public Site site() {
        return present(site, "site");
    }

    @Override
    public Optional<Site> siteIfPresent() {
        return Optional.ofNullable(site);
    }

    @Override
    public ConnectionProbes probes() {
        return present(probes, "connection probes");
    }

    @Override
    public DemoPlants demoPlants() {
        return present(demoPlants, "demo plants");
    }

    @Override
    public Map<String, TwinModel> models() {
        Map<String, TwinModel> models = new TreeMap<>();
        types.forEach(type -> models.put(type.id().value(), type.model()));
        return models;
    }

    private static <T> T present(T service, String part) {
        if (service == null) {
            throw new ServiceUnavailableException(Problems.response(Response.Status.SERVICE_UNAVAILABLE,
                    "'" + part + "' is not running; see /health/ready and try again later"));
        }
        return service;
    }

    @Override
    public List<Health> health() {
        List<Health> parts = new ArrayList<>();
        checks.forEach(check -> parts.add(ask(check)));
        Map<String, Object> services = new LinkedHashMap<>();
        services.put("twins", twins);
        services.put("commands", commands);
        services.put("history", history);
        services.put("connections", connections);
        services.put("traces", traces);
        services.put("log", log);
        services.put("packs", packs);
        services.forEach((part, service) -> {
            if (service == null) {
                parts.add(Health.notReady(part, "not started; the log of the platform says why"));
            }
        });
        parts.sort(Comparator.comparing(Health::part));
        return parts;
    }

    private static Health ask(HealthCheck check) {
        try {
            return check.health();
        } catch (RuntimeException e) {
            return Health.notReady(check.getClass().getSimpleName(), "its health check failed: " + e);
        }
    }
}

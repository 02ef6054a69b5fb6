package org.gemello.routes.internal;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteDifference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one Camel context of the data plane. Routes come and go with what they need: a connection's route with its connector, a
 * group's route with its sink. It never restarts because a pack or the site changes.
 */
final class CamelHost {
    private static final Logger LOG = LoggerFactory.getLogger(CamelHost.class);
    /** Where the records of each known group go. */
    private static final Map<String, String> TARGETS = Map.of("twins", "twin:apply", "history", "history:store");
    private final CamelContext context;
    private final SiteConfiguration site;
    private final ConnectionRegistry registry;
    private final Silences silences;
    private final UserRoutes userRoutes;
    private final OverloadGates gates;
    private final Map<String, LogSink> sinks = new ConcurrentHashMap<>();
    private final Set<String> connectors = new HashSet<>();
    /** The site as the routes are. */
    private SiteConfiguration known;

    /** @param userRoutes folder with the integrator's routes */
    CamelHost(CamelContext context, SampleLog log, SiteConfiguration site, ConnectionRegistry registry, Traces traces, PlatformAlarms alarms,
              Path userRoutes) {
        this.context = context;
        this.site = site;
        this.known = site.now();
        this.registry = registry;
        this.silences = new Silences(log);
        this.gates = new OverloadGates(log, alarms);
        context.addComponent("samples", new SamplesComponent(log, traces, sinks::get, registry));
        context.addComponent("twin", new SinkComponent("twins", "apply", sinks::get));
        context.addComponent("history", new SinkComponent("history", "store", sinks::get));
        context.addRoutePolicyFactory(new Door());
        context.getShutdownStrategy().setTimeout(10);
        context.start();
        this.userRoutes = new UserRoutes(context, userRoutes).start();
    }

    /** A connector is there: its connections are started; one that is wrongly configured does not hold up the others. */
    synchronized void addConnector(String scheme, Component component) {
        context.addComponent(scheme, component);
        connectors.add(scheme);
        known.connections().stream().filter(connection -> connection.kind().equals(scheme))
                .forEach(connection -> start(connection, silences.since(connection.name())));
    }

    synchronized void removeConnector(String scheme) {
        for (ConnectionDefinition connection : known.connections()) {
            if (connection.kind().equals(scheme)) {
                stop(connection.name());
                registry.refuse(connection.name(), "its connector was removed");
            }
        }
        connectors.remove(scheme);
        context.removeComponent(scheme);
    }

    /** The site has changed: connections that are described otherwise are started anew, and only those. */
    synchronized void follow() {
        SiteDifference difference = SiteDifference.between(known, site);
        known = difference.after();
        SiteDifference.Moves<String> moves = difference.connections();
        Stream.concat(moves.removed().stream(), moves.changed().stream()).filter(this::isRouted).forEach(this::stop);
        moves.removed().forEach(registry::allow);
        moves.changed().forEach(name -> startAnew(name, silences.since(name)));
        moves.added().forEach(name -> startAnew(name, silences.sinceStop(name)));
    }

    private boolean isRouted(String connection) {
        return context.getRoute(CoreRoutes.connectionId(connection)) != null;
    }

    private void startAnew(String name, OptionalLong silentSince) {
        ConnectionDefinition connection = known.connection(name).orElseThrow();
        registry.allow(name);
        if (connectors.contains(connection.kind())) {
            start(connection, silentSince);
        }
    }

    private void start(ConnectionDefinition connection, OptionalLong silentSince) {
        try {
            context.addRoutes(CoreRoutes.connection(connection.kind(), connection.name(), gates.of(connection), silentSince));
            registry.allow(connection.name());
        } catch (Exception e) {
            Throwable cause = root(e);
            LOG.error("connection {} is not started: {}", connection.name(), cause.getMessage(), e);
            registry.refuse(connection.name(), cause.getMessage());
            remove(CoreRoutes.connectionId(connection.name()));
            gates.close(connection.name());
        }
    }

    private void stop(String connection) {
        remove(CoreRoutes.connectionId(connection));
        gates.close(connection);
        silences.begin(connection);
    }

    synchronized void addSink(LogSink sink) {
        String target = TARGETS.get(sink.group());
        if (target == null) {
            LOG.warn("no route leads to a sink of group '{}'; known groups are {}", sink.group(), TARGETS.keySet());
            return;
        }
        sinks.put(sink.group(), sink);
        try {
            context.addRoutes(CoreRoutes.group(sink.group(), target));
        } catch (Exception e) {
            LOG.error("group {} gets no records", sink.group(), e);
            remove(CoreRoutes.groupId(sink.group()));
        }
    }

    synchronized void removeSink(LogSink sink) {
        if (sinks.get(sink.group()) == sink) {
            remove(CoreRoutes.groupId(sink.group()));
            sinks.remove(sink.group());
        }
    }

    private void remove(String routeId) {
        try {
            if (context.getRoute(routeId) != null) {
                context.getRouteController().stopRoute(routeId);
                context.removeRoute(routeId);
            }
        } catch (Exception e) {
            LOG.warn("route {} did not stop cleanly: {}", routeId, e.toString());
        }
    }

    static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** How many routes run, of how many. */
    synchronized String summary() {
        long started = context.getRoutes().stream().filter(r -> context.getRouteController().getRouteStatus(r.getRouteId()).isStarted()).count();
        String text = started + " of " + context.getRoutesSize() + " routes run";
        return Stream.of(text, gates.dropped(), userRoutes.problems()).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    synchronized boolean hasGroups() {
        return sinks.keySet().containsAll(TARGETS.keySet());
    }

    void stop() {
        userRoutes.close();
        known.connections().stream().map(ConnectionDefinition::name).filter(this::isRouted).forEach(silences::begin);
        context.stop();
        gates.closeAll();
    }
}

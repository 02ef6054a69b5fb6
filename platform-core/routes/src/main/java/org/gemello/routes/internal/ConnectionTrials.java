package org.gemello.routes.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.connection.ConnectionProbes;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.SiteReader;
import org.gemello.connector.ConnectionProbe;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Tries connections before they are saved, each through the probe of its connector. */
@Component(service = ConnectionProbes.class)
public final class ConnectionTrials implements ConnectionProbes {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private final SiteConfiguration site;
    private final Map<String, ConnectionProbe> probes = new ConcurrentHashMap<>();

    @Activate
    public ConnectionTrials(@Reference SiteConfiguration site) {
        this.site = site;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = "(gemello.scheme=*)")
    void addProbe(ConnectionProbe probe, Map<String, Object> properties) {
        probes.put((String) properties.get("gemello.scheme"), probe);
    }

    void removeProbe(ConnectionProbe probe, Map<String, Object> properties) {
        probes.remove((String) properties.get("gemello.scheme"), probe);
    }

    @Override
    public Probe probe(Map<String, Object> connection, List<Map<String, Object>> bindings, Duration patience) {
        if (patience.compareTo(SHORTEST) < 0 || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a connection is tried for " + SHORTEST.toSeconds() + " to " + LONGEST.toSeconds() + " s, not for " + patience);
        }
        try {
            SiteConfiguration tried = SiteReader.trial(site, connection, bindings).orThrow();
            ConnectionDefinition definition = tried.connections().get(0);
            ConnectionProbe probe = probes.get(definition.kind());
            if (probe == null) {
                throw new IllegalArgumentException("no connector of kind '" + definition.kind() + "' is installed");
            }
            return probe.probe(tried, definition, patience);
        } catch (ConfigurationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}

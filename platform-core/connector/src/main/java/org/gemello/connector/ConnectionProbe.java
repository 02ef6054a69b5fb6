package org.gemello.connector;

import java.time.Duration;
import org.gemello.api.connection.ConnectionProbes.Probe;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tries connections of one kind: reaches the source, reads once, stores nothing and disturbs no connection that runs. An OSGi service with the
 * property {@code gemello.scheme}.
 */
@ConsumerType
public interface ConnectionProbe {

    /**
     * Waits for the source at most as long as told.
     *
     * @param site has this connection alone, with what is bound to it
     * @throws org.gemello.binding.ConfigurationException where a setting is wrong; it names the place
     */
    Probe probe(SiteConfiguration site, ConnectionDefinition connection, Duration patience);
}

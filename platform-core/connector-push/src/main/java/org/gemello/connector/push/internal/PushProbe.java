package org.gemello.connector.push.internal;

import java.time.Duration;
import org.gemello.api.connection.ConnectionProbes.Probe;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.ConnectionProbe;
import org.gemello.connector.Readings;
import org.osgi.service.component.annotations.Component;

/** Checks the settings; there is nobody to reach. */
@Component(property = "gemello.scheme=" + PushComponent.SCHEME)
public final class PushProbe implements ConnectionProbe {
    @Override
    public Probe probe(SiteConfiguration site, ConnectionDefinition connection, Duration patience) {
        connection.settings().allowOnly();
        return new Probe(true, "the settings are right; values come when somebody pushes them",
                new Readings(site, connection.name(), "nobody was asked: values are pushed").all());
    }
}

package org.gemello.connector.push.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gemello.api.connection.ConnectionProbes.Probe;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.SiteConfiguration;
import org.gemello.connector.ConnectionProbe;
import org.gemello.connector.Readings;
import org.osgi.service.component.annotations.Component;

/** Looks whether the folder is there; its files wait for the connection, which moves them when they are read. */
@Component(property = "gemello.scheme=" + FolderComponent.SCHEME)
public final class FolderProbe implements ConnectionProbe {
    @Override
    public Probe probe(SiteConfiguration site, ConnectionDefinition connection, Duration patience) {
        Path folder = FolderSettings.of(connection).folder();
        Readings readings = new Readings(site, connection.name(), "files are read once the connection runs");
        if (!Files.exists(folder)) {
            return new Probe(true, folder + " is not there yet; it is made when the connection starts", readings.all());
        }
        boolean usable = Files.isDirectory(folder) && Files.isReadable(folder) && Files.isWritable(folder);
        return new Probe(usable, usable ? folder + " is there; the settings are right, files are read once the connection runs"
                : folder + " is no folder that can be read and written; correct 'folder', or give the platform's user the right", readings.all());
    }
}

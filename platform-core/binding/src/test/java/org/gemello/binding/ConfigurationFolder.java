package org.gemello.binding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A configuration folder that a test fills. */
final class ConfigurationFolder {
    private final Path folder;

    ConfigurationFolder(Path folder) {
        this.folder = folder;
    }

    /** A folder with an OPC UA and an MQTT connection and the twins {@code wt-01} and {@code wt-02}. */
    static ConfigurationFolder plant(Path folder) throws IOException {
        return new ConfigurationFolder(folder)
                .file("connections/plant.yaml", "connection: plant", "kind: opcua", "endpoint: opc.tcp://localhost:4840")
                .file("connections/mast.yaml", "connection: mast", "kind: mqtt", "broker: tcp://localhost:1883")
                .file("twins/farm.yaml", "twins:",
                        "  - {id: wt-01, type: energy/wind-turbine}", "  - {id: wt-02, type: energy/wind-turbine}");
    }

    ConfigurationFolder file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
        return this;
    }

    SiteReport read() {
        return SiteReader.read(folder);
    }
}

package org.gemello.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gemello.testkit.mqtt.MoquetteBroker;
import org.gemello.testkit.mqtt.Mosquitto;
import org.gemello.testkit.mqtt.TestBroker;
import org.gemello.tools.Plant;
import org.gemello.tools.Platform;

/** What stands around the container for all tests: a demo plant, a broker, configuration and data folders, free ports. */
final class Surroundings {
    /** Cycles of the turbines' life counters per second. */
    static final int BEAT_HZ = 200;
    private static Surroundings shared;
    final Path home = Path.of(System.getProperty("gemello.home")).toAbsolutePath().normalize();
    final Path folder = Path.of("target", "surroundings").toAbsolutePath();
    final Path config;
    final Path data = folder.resolve("data");
    final int httpPort = Platform.freePort();
    final int httpsPort = Platform.freePort();
    final int sshPort = Platform.freePort();
    /** For an OPC UA server that a test starts and stops. */
    final int auxPort = Platform.freePort();
    final Plant plant;
    final int mqttPort;

    private Surroundings() throws Exception {
        if (Files.exists(folder)) {
            Platform.remove(folder);
        }
        Files.createDirectories(data);
        TestBroker broker = broker();
        broker.start();
        mqttPort = broker.port();
        plant = new Plant(home, folder, mqttPort, false, "--beat-hz", Integer.toString(BEAT_HZ));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            plant.close();
            broker.close();
        }));
        config = plant.configure(home, folder.resolve("config"));
        Files.writeString(config.resolve("twins/itest.yaml"), "twins:\n  - { id: mast-2, type: energy/met-mast, name: Mast of the test }\n"
                + "  - { id: wt-09, type: energy/wind-turbine, name: Turbine of the test }\n");
        Files.writeString(config.resolve("connections/aux.yaml"), "connection: aux\nkind: opcua\nendpoint: opc.tcp://127.0.0.1:" + auxPort
                + "/testkit\nsecurity: { policy: none }\npublishingInterval: 100 ms\n");
        Files.writeString(config.resolve("bindings/aux.yaml"), """
                connection: aux
                bindings:
                  - twin: wt-09
                    prefix: "nsu=urn:gemello:testkit;s="
                    points:
                      - { point: WTUR.SetW, node: SetW, unit: kW, sourceUnit: W, write: true }
                      - { point: WNAC.WdSpd, node: WdSpd, unit: m/s }
                """);
        Files.writeString(config.resolve("twins/lab.yaml"), "twins:\n  - { id: lab-1, type: energy/met-mast, name: Laboratory }\n");
        Files.writeString(config.resolve("connections/lab.yaml"), "connection: lab\nkind: push\noverload: { policy: drop-oldest, buffer: 50000 }\n");
        Files.writeString(config.resolve("connections/inbox.yaml"), "connection: inbox\nkind: folder\nsettle: 100 ms\n");
        Files.writeString(config.resolve("bindings/lab.yaml"), """
                connection: lab
                bindings:
                  - twin: lab-1
                    points:
                      - { point: WMET.EnvTmp, name: temperature, unit: Cel, sourceUnit: K }
                      - { point: Beat, name: beat, unit: "1" }
                """);
        Files.writeString(config.resolve("bindings/inbox.yaml"), """
                connection: inbox
                bindings:
                  - twin: lab-1
                    points:
                      - { point: WMET.EnvPres, column: pressure, unit: hPa, sourceUnit: bar }
                """);
        Files.writeString(config.resolve("bindings/itest.yaml"), """
                connection: mast
                bindings:
                  - twin: mast-2
                    topic: met/mast-2
                    format: json
                    time: /time
                    points:
                      - { point: WMET.HorWdSpd, pointer: /speed, unit: m/s }
                """);
    }

    /** Mosquitto where this machine has it; else the embedded broker, which speaks 3.1.1 as the demo's connection does. */
    private TestBroker broker() throws IOException {
        if (Mosquitto.program().isPresent()) {
            return Mosquitto.in(Files.createDirectories(folder.resolve("mosquitto")));
        }
        System.err.println("*** mosquitto is not on this machine: the integration tests run with the embedded broker instead ***");
        return new MoquetteBroker();
    }

    /** The same for every test class: the container is booted once. */
    static synchronized Surroundings shared() {
        if (shared == null) {
            try {
                shared = new Surroundings();
            } catch (Exception e) {
                throw new IllegalStateException("the surroundings of the container could not be started", e);
            }
        }
        return shared;
    }
}

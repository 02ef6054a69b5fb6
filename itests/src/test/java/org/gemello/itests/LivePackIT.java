package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.gemello.tools.Platform;
import org.junit.Test;

/** What an author of a pack does: generates a project, brings it into a platform that reads a simulator, changes a line, and brings it in again with the state kept. */
public class LivePackIT {
    private static final long MINUTES = 5;
    private static final String LOGS = "org.slf4j.LoggerFactory.getLogger(TankType.class).warn(\"level is {} m\", state[0]);\n                ";
    private static final String LOGGING = "<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId><version>2.0.17</version>"
            + "<scope>provided</scope></dependency>";
    private final Path home = Path.of(System.getProperty("gemello.home")).toAbsolutePath().normalize();
    private final Path folder = Path.of("target", "live-pack").toAbsolutePath();

    @Test
    public void aNewPackComesAliveAndChangesLive() throws Exception {
        if (Files.exists(folder)) {
            Platform.remove(folder);
        }
        Files.createDirectories(folder.resolve("data"));
        try (OpcUaTestServer simulator = new OpcUaTestServer()) {
            OpcUaVariable level = simulator.add("LEVEL", 7.0);
            simulator.add("PUMP", 0.0).onWrite(value -> { });
            simulator.start();
            try (Platform platform = new Platform(home, folder.resolve("data"), configure(simulator))) {
                platform.start();
                run("mvn", "-B", "-q", "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate", "-DarchetypeGroupId=org.gemello",
                        "-DarchetypeArtifactId=gemello-archetype", "-DarchetypeVersion=0.1.0-SNAPSHOT", "-DarchetypeCatalog=internal",
                        "-DgroupId=com.acme", "-DartifactId=hello", "-Dpackage=com.acme.hello", "-Dpublisher=acme");
                live(platform);
                Api.await("the level in the new twin", () -> platform.get("/twins/tank-1/state").toString().contains("tank-1/LEVEL"));
                assertEquals("no alarm at 7 m", 0, active(platform));
                level.set(9.0);
                Api.await("the alarm at 9 m", () -> active(platform) == 1);

                Path source = folder.resolve("hello/src/main/java/com/acme/hello/TankType.java");
                Files.writeString(source, Files.readString(source).replace("if (state[0] > 8)", LOGS + "if (state[0] > 9.5)"));
                Path project = folder.resolve("hello/pom.xml");
                Files.writeString(project, Files.readString(project).replace("</dependencies>", LOGGING + "</dependencies>"));
                Path test = folder.resolve("hello/src/main/pack/acceptance/high.yaml");
                Files.writeString(test, Files.readString(test).replace("LEVEL: 9.0", "LEVEL: 9.9"));
                Path recording = folder.resolve("hello/src/test/java/com/acme/hello/TankTypeTest.java");
                Files.writeString(recording, Files.readString(recording).replace("\"LEVEL\", 9.0", "\"LEVEL\", 9.9"));
                live(platform);
                assertEquals("the alarm is still there: the state was kept", 1, active(platform));
                level.set(9.2);
                Api.await("9.2 m are allowed now", () -> active(platform) == 0);
                String log = "/packs/hello/log?level=WARN&text=9.2";
                Api.await("what the pack logs of it", () -> !platform.get(log).isEmpty());
                JsonNode line = platform.get(log).get(0);
                assertEquals("level is 9.2 m", line.get("message").asText());
                assertEquals("WARN com.acme.hello.TankType tank-1", line.get("level").asText() + ' ' + line.get("logger").asText() + ' ' + line.get("twin").asText());
                assertEquals(platform.get("/packs/hello").get("version"), line.get("version"));
                platform.api().post("/twins/tank-1/commands", Map.of("name", "set-pump", "arguments", Map.of("speed", 40)));
                Api.await("the pump's command is confirmed", () -> platform.get("/twins/tank-1/commands").toString().contains("CONFIRMED"));
            }
        }
    }

    private Path configure(OpcUaTestServer simulator) throws IOException {
        Path config = folder.resolve("config");
        Files.writeString(Files.createDirectories(config.resolve("twins")).resolve("tank.yaml"), "twins:\n  - {id: tank-1, type: hello/tank, name: Tank}\n");
        Files.writeString(Files.createDirectories(config.resolve("connections")).resolve("simulator.yaml"), "connection: simulator\nkind: opcua\nendpoint: "
                + simulator.endpoint() + "\nsecurity: {policy: none}\npublishingInterval: 100 ms\n");
        Files.writeString(Files.createDirectories(config.resolve("bindings")).resolve("simulator.yaml"), """
                connection: simulator
                bindings:
                  - twin: tank-1
                    prefix: "nsu=urn:gemello:testkit;s="
                    points:
                      - {point: LEVEL, node: LEVEL, unit: m}
                      - {point: PUMP, node: PUMP, unit: "%", write: true}
                """);
        return config;
    }

    private void live(Platform platform) throws Exception {
        String said = platform.script("pack", "live", folder.resolve("hello").toString());
        assertTrue(said, said.contains("live after"));
    }

    private static int active(Platform platform) throws Exception {
        int active = 0;
        for (JsonNode alarm : platform.get("/twins/tank-1").get("alarms")) {
            active += alarm.get("active").asBoolean() ? 1 : 0;
        }
        return active;
    }

    private void run(String... command) throws Exception {
        Path output = folder.resolve("maven.txt");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + ": " + Files.readString(output));
        }
    }
}

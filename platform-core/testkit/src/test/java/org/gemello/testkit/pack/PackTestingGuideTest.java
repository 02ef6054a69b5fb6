package org.gemello.testkit.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.testkit.mqtt.MoquetteBroker;
import org.gemello.testkit.opcua.OpcUaTestServer;
import org.gemello.testkit.opcua.OpcUaVariable;
import org.gemello.testkit.runtime.TestRuntime;
import org.gemello.testkit.runtime.TestTwin;
import org.gemello.testkit.sample.BoilerType;
import org.gemello.testkit.sample.NextBoilerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/pack-testing.md shows is what stands here, and it works. */
class PackTestingGuideTest {
    private static final Path GUIDE = Path.of("../../docs/pack-testing.md");
    private static final Path SOURCE = Path.of("src/test/java", PackTestingGuideTest.class.getName().replace('.', '/') + ".java");
    @TempDir
    private Path folder;

    @Test
    void oneTwinInMemory() {
        TestRuntime runtime = TestRuntime.of(new BoilerType());
        TestTwin boiler = runtime.twin("boiler-1", Map.of("hot", "90"));

        boiler.send("T", 80.0).advance(Duration.ofSeconds(10)).send("T", 95.0, Quality.UNCERTAIN);
        assertThat(boiler.value("Mean")).isEqualTo(87.5);
        assertThat(boiler.state("Mean").quality()).isEqualTo(Quality.UNCERTAIN);
        assertThat(boiler.alarm("too-hot")).isPresent();

        boiler.send("SetT", 60.0).command("set-target", "target", 80);
        assertThat(boiler.writes()).containsExactly(new Effect.Written("SetT", 80));
        boiler.command("set-target", "target", 300);
        assertThat(boiler.rejections()).hasSize(1); // too soon and out of range: refused before the behaviour sees it

        runtime.swapTo(new NextBoilerType());       // as an update of the pack would: codec, migrations, renamed points, other units
        assertThat(boiler.value("Mean")).isEqualTo(87.5);
    }

    @Test
    void servers() {
        try (OpcUaTestServer server = OpcUaTestServer.running()) {        // org.gemello.testkit.opcua, Eclipse Milo, a free port
            OpcUaVariable temperature = server.add("Boiler.T", 80.0);
            String endpoint = server.endpoint();
            assertThat(endpoint).startsWith("opc.tcp://");
            assertThat(temperature).isNotNull();
        }
        try (MoquetteBroker broker = new MoquetteBroker()) {              // org.gemello.testkit.mqtt, MQTT 3.1.1, a free port
            broker.start();
            assertThat(broker.port()).isPositive();
        }
    }

    /** The contract as a pack has it; the guide shows it with files. */
    static class BoilerContractTest extends PackContractTest {
        @Override
        protected PackUnderTest pack() {
            byte[] old = ByteBuffer.allocate(12).putDouble(150).putInt(2).array();
            return PackUnderTest.of(new BoilerType()).recording("/org/gemello/testkit/boiler.csv").oldState(1, old);
        }
    }

    @Test
    void theRecordingOfTheGuideCanBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("boiler.csv"), blocks("").filter(block -> block.startsWith("time,")).findFirst()
                .orElseThrow());
        assertThat(RecordedLogFile.read(file, new TwinId("boiler-1"), new BoilerType().model())).hasSize(5);
        assertThat(new BoilerContractTest().pack().recording()).isNotEmpty();
    }

    @Test
    void theGuideShowsTheseLines() throws IOException {
        String source = Files.readString(SOURCE).lines().map(String::strip).reduce("", (a, b) -> a + '\n' + b);
        blocks("java").filter(block -> !block.contains("extends PackContractTest")).flatMap(String::lines).map(String::strip)
                .forEach(line -> assertThat(source).as("docs/pack-testing.md").contains(line));
    }

    /** The guide's blocks of code in that language. */
    private static Stream<String> blocks(String language) throws IOException {
        String[] parts = Files.readString(GUIDE).split("```");
        return IntStream.range(0, parts.length).filter(part -> part % 2 == 1 && parts[part].startsWith(language + '\n'))
                .mapToObj(part -> parts[part].substring(language.length() + 1));
    }
}

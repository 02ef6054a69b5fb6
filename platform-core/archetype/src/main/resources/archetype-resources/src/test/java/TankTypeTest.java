package ${package};

import java.nio.file.*;
import java.time.Instant;
import java.util.List;
import org.gemello.gpack.*;
import org.gemello.testkit.pack.*;
import org.junit.jupiter.api.*;

class TankTypeTest {
    private final TankType type = new TankType();
    private final GivenContext tank = GivenContext.of("tank-1");
    @Test void keepsTheContract() {
        var recording = new Recording(tank.twin(), type.model()).samples(Instant.EPOCH, moment -> moment.with("LEVEL", 9.0)).tick(Instant.EPOCH);
        new TwinTypeContract<>(type, tank).check(recording.entries());
    }
    @Test void passesItsAcceptanceTest() throws Exception {
        var test = AcceptanceTest.read(Files.readAllBytes(Path.of("src/main/pack/acceptance/high.yaml")), "high.yaml");
        Assertions.assertEquals(List.of(), AcceptanceRunner.run(type, test).failures());
    }
}

package ${package};

import java.nio.file.*;
import java.time.Instant;
import java.util.List;
import org.gemello.gpack.*;
import org.gemello.testkit.pack.*;
import org.junit.jupiter.api.*;

class TankTypeTest extends PackContractTest {
    private final TankType type = new TankType();
    @Override protected PackUnderTest pack() {
        var given = new Recording(GivenContext.of("twin-1").twin(), type.model());
        return PackUnderTest.of(type).recording(given.samples(Instant.EPOCH, moment -> moment.with("LEVEL", 9.0)).entries());
    }
    @Test void passesItsAcceptanceTest() throws Exception {
        var test = AcceptanceTest.read(Files.readAllBytes(Path.of("src/main/pack/acceptance/high.yaml")), "high.yaml");
        Assertions.assertEquals(List.of(), AcceptanceRunner.run(type, test).failures());
    }
}

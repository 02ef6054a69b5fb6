package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.gemello.api.Quality;
import org.gemello.testkit.pack.Effect.Derived;
import org.gemello.testkit.runtime.TestRuntime;
import org.gemello.testkit.runtime.TestTwin;
import org.junit.jupiter.api.Test;

class MetMastTypeTest {
    @Test
    void derivesTheDensityWithTheWorstQuality() {
        TestTwin mast = TestRuntime.of(new MetMastType()).twin("mast-1");
        mast.send(m -> m.with("WMET.HorWdSpd", 8.2).with("WMET.EnvTmp", 20.0).with("WMET.EnvPres", 1013.25).with("WMET.EnvHum", 50.0));
        mast.advance(Duration.ofSeconds(1)).send("WMET.HorWdSpd", 8.3).send("WMET.EnvHum", null, Quality.BAD_SENSOR_FAILURE);
        List<Derived> densities = mast.derived("WMET.AirDens");
        assertThat(densities).extracting(Derived::quality).containsExactly(Quality.GOOD, Quality.BAD_SENSOR_FAILURE);
        assertThat(densities).allSatisfy(d -> assertThat(d.value().doubleValue()).isCloseTo(1.199, within(0.001)));
    }
}

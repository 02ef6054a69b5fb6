package org.gemello.energy.steam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.gemello.energy.steam.SteamPlant.Balance;
import org.gemello.energy.steam.SteamPlant.Condition;
import org.gemello.energy.steam.SteamPlantDrift.Drift;
import org.gemello.energy.steam.SteamPlantDrift.Measurement;
import org.junit.jupiter.api.Test;

class SteamPlantTest {
    private static final Condition NEW = new Condition(0.005, 0.88, 0.90, 0.01);
    private static final Measurement DEVIATION = new Measurement(0.5, 0.5, 0.3, 300, 1500);
    private final SteamPlant plant = new SteamPlant(100, 15, 838.15, 3.5, 838.15, 0.9, 0.8, 0.985);

    /** Cengel and Boles, Thermodynamics, example 10-4: 15 MPa and 600 C, reheat at 4 MPa to 600 C, 10 kPa: 45.0 %, x = 0.896. */
    @Test
    void idealReheatCycleOfTextbookIsReproduced() {
        Balance balance = new SteamPlant(1, 15, 873.15, 4, 873.15, 1, 1, 1).balance(new Condition(0.01, 1, 1, 0));
        assertThat(balance.cycleEfficiency()).isCloseTo(0.450, within(0.001));
        assertThat(balance.lowExhaust().quality()).isCloseTo(0.896, within(0.001));
        assertThat(balance.heat()).isCloseTo(3896, within(4.0));
        assertThat(balance.heatRate()).isCloseTo(3600 / balance.cycleEfficiency(), within(1e-6));
    }

    @Test
    void energyBalanceCloses() {
        Balance balance = plant.balance(new Condition(0.008, 0.83, 0.87, 0.03));
        assertThat(balance.heat() + balance.pumpPower() - balance.turbinePower() - balance.rejectedHeat())
            .as("kW of %s", balance.heat()).isCloseTo(0, within(1e-3));
    }

    @Test
    void eachDriftCostsHeatRate() {
        double best = plant.balance(NEW).heatRate();
        assertThat(plant.balance(new Condition(0.008, 0.88, 0.90, 0.01)).heatRate()).isGreaterThan(best * 1.01);
        assertThat(plant.balance(new Condition(0.005, 0.84, 0.90, 0.01)).heatRate()).isGreaterThan(best * 1.002);
        assertThat(plant.balance(new Condition(0.005, 0.88, 0.86, 0.01)).heatRate()).isGreaterThan(best * 1.02);
        assertThat(plant.balance(new Condition(0.005, 0.88, 0.90, 0.04)).heatRate()).isGreaterThan(best * 1.002);
    }

    @Test
    void driftIsFoundWithinItsStatedError() {
        Condition worn = new Condition(0.0075, 0.85, 0.87, 0.03);
        Measurement exact = Measurement.of(plant.balance(worn));
        Random noise = new Random(5);
        Measurement measured = new Measurement(exact.highExhaust() + DEVIATION.highExhaust() * noise.nextGaussian(),
            exact.coldReheat() + DEVIATION.coldReheat() * noise.nextGaussian(),
            exact.condensate() + DEVIATION.condensate() * noise.nextGaussian(),
            exact.netPower() + DEVIATION.netPower() * noise.nextGaussian(),
            exact.rejectedHeat() + DEVIATION.rejectedHeat() * noise.nextGaussian());
        Drift drift = new SteamPlantDrift(plant, NEW, DEVIATION).estimate(measured);
        Condition found = drift.condition();
        Condition error = drift.deviation();
        assertThat(found.condenserPressure()).isCloseTo(worn.condenserPressure(), within(3 * error.condenserPressure()));
        assertThat(found.highEfficiency()).isCloseTo(worn.highEfficiency(), within(3 * error.highEfficiency()));
        assertThat(found.lowEfficiency()).isCloseTo(worn.lowEfficiency(), within(3 * error.lowEfficiency()));
        assertThat(found.leakage()).isCloseTo(worn.leakage(), within(3 * error.leakage()));
        assertThat(error.condenserPressure()).isLessThan(0.0005);
        assertThat(error.highEfficiency()).isLessThan(0.01);
        assertThat(error.lowEfficiency()).isLessThan(0.01);
        assertThat(error.leakage()).isLessThan(0.01);
    }

    @Test
    void missingMeasurementIsNamed() {
        SteamPlantDrift drift = new SteamPlantDrift(plant, NEW, DEVIATION);
        assertThatIllegalArgumentException().isThrownBy(() -> drift.estimate(new Measurement(600, 600, Double.NaN, 1, 1)))
            .withMessageContaining("measurement 2 is not a number");
    }
}

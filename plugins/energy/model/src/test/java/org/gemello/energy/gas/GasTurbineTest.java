package org.gemello.energy.gas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import org.gemello.energy.gas.GasTurbineDiagnosis.Finding;
import org.gemello.energy.gas.GasTurbineDiagnosis.Measurement;
import org.junit.jupiter.api.Test;

class GasTurbineTest {
    private static final Measurement DEVIATION = new Measurement(0.4, 1, 3000, 2, 50_000);
    private final GasTurbineDesign design = GasTurbineDesign.example();
    private final GasTurbine turbine = new GasTurbine(design, CompressorMap.generic(), TurbineMap.generic());
    private final GasTurbineInput standard = input(288.15, 1);

    @Test
    void designPointIsReproduced() {
        GasTurbineState state = turbine.state(standard, GasTurbineHealth.NEW);
        assertThat(state.beta()).isCloseTo(0.5, within(1e-6));
        assertThat(state.airFlow()).isCloseTo(design.airFlow(), withPercentage(0.001));
        assertThat(state.turbineInlet()).isCloseTo(design.turbineInlet(), within(0.01));
        assertThat(state.electricalPower()).isBetween(22e6, 30e6);
        assertThat(state.electricalPower() / GasTurbine.fuelHeat(standard)).isBetween(0.30, 0.40);
    }

    @Test
    void energyBalanceCloses() {
        GasTurbineInput warm = input(303.15, 0.9);
        GasTurbineState state = turbine.state(warm, new GasTurbineHealth(0.96, 0.98, 1.01, 0.99));
        double burned = warm.fuelFlow() * design.combustionEfficiency();
        double in = state.airFlow() * Gas.AIR.enthalpy(303.15) + burned * Methane.ENTHALPY;
        double out = (state.airFlow() + burned) * Gas.AIR.burned(burned / state.airFlow()).enthalpy(state.exhaustTemperature());
        assertThat(in - out - state.shaftPower()).as("W").isCloseTo(0, within(1.0));
    }

    @Test
    void hotDayAndFoulingCostPower() {
        double best = turbine.state(standard, GasTurbineHealth.NEW).electricalPower();
        assertThat(turbine.state(input(303.15, 0.9), GasTurbineHealth.NEW).airFlow()).isLessThan(0.98 * design.airFlow());
        assertThat(turbine.state(standard, new GasTurbineHealth(0.97, 0.98, 1, 1)).electricalPower()).isLessThan(0.99 * best);
    }

    @Test
    void loadBeyondPowerSlowsTheShaft() {
        double power = turbine.state(standard, GasTurbineHealth.NEW).electricalPower();
        assertThat(turbine.acceleration(standard, GasTurbineHealth.NEW, power)).isCloseTo(0, within(1e-9));
        assertThat(turbine.acceleration(standard, GasTurbineHealth.NEW, power + 1.2e6)).isNegative();
    }

    @Test
    void foulingAndErosionAreFoundWithinTheirStatedError() {
        GasTurbineHealth worn = new GasTurbineHealth(0.96, 0.975, 1.015, 0.985);
        GasTurbineInput input = input(295, 0.95);
        Measurement exact = Measurement.of(turbine.state(input, worn));
        Random noise = new Random(11);
        Measurement measured = new Measurement(exact.airFlow() + DEVIATION.airFlow() * noise.nextGaussian(),
            exact.compressorTemperature() + DEVIATION.compressorTemperature() * noise.nextGaussian(),
            exact.compressorPressure() + DEVIATION.compressorPressure() * noise.nextGaussian(),
            exact.exhaustTemperature() + DEVIATION.exhaustTemperature() * noise.nextGaussian(),
            exact.electricalPower() + DEVIATION.electricalPower() * noise.nextGaussian());
        Finding finding = new GasTurbineDiagnosis(turbine, DEVIATION).estimate(input, measured);
        GasTurbineHealth found = finding.health();
        GasTurbineHealth error = finding.deviation();
        assertThat(found.compressorFlow()).isCloseTo(worn.compressorFlow(), within(3 * error.compressorFlow()));
        assertThat(found.compressorEfficiency()).isCloseTo(worn.compressorEfficiency(), within(3 * error.compressorEfficiency()));
        assertThat(found.turbineFlow()).isCloseTo(worn.turbineFlow(), within(3 * error.turbineFlow()));
        assertThat(found.turbineEfficiency()).isCloseTo(worn.turbineEfficiency(), within(3 * error.turbineEfficiency()));
        assertThat(error.compressorFlow()).isLessThan(0.01);
        assertThat(error.compressorEfficiency()).isLessThan(0.01);
        assertThat(error.turbineFlow()).isLessThan(0.01);
        assertThat(error.turbineEfficiency()).isLessThan(0.01);
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> input(Double.NaN, 1)).withMessageContaining("ambient NaN K");
        GasTurbineInput slow = new GasTurbineInput(288.15, 101325, 1, 100);
        assertThatIllegalArgumentException().isThrownBy(() -> turbine.state(slow, GasTurbineHealth.NEW))
                .withMessageContaining("corrected speed");
    }

    private GasTurbineInput input(double temperature, double fuel) {
        return new GasTurbineInput(temperature, 101325, fuel * turbine.designFuel(), design.speed());
    }
}

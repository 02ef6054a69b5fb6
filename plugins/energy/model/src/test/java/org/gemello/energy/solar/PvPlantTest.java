package org.gemello.energy.solar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PvPlantTest {
    @Test
    void moduleGivesItsDataSheet() {
        SingleDiode stc = Plants.CS5P.at(1000, 25);
        assertThat(stc.current(0)).isCloseTo(5.1, within(0.01));
        assertThat(stc.openCircuit()).isCloseTo(59.4, within(0.3));
        assertThat(stc.maximumPower().current()).isCloseTo(4.69, within(0.04));
        assertThat(stc.maximumPower().voltage()).isCloseTo(46.9, within(0.4));
        assertThat(stc.current(stc.openCircuit())).isCloseTo(0, within(1e-9));
    }

    @Test
    void solutionsFulfilTheImplicitEquation() {
        SingleDiode diode = Plants.CS5P.at(640, 51);
        for (double v = 0; v < diode.openCircuit(); v += 1.7) {
            double i = diode.current(v);
            double d = v + i * diode.series();
            assertThat(i).isCloseTo(diode.light() - diode.dark() * Math.expm1(d / diode.ideal()) - d / diode.shunt(), within(1e-9));
            assertThat(v * i).isLessThanOrEqualTo(diode.maximumPower().power() + 1e-9);
        }
    }

    @Test
    void heatCostsPower() {
        double drift = Plants.CS5P.at(1000, 50).maximumPower().power() / Plants.CS5P.ratedPower() - 1;
        assertThat(drift / 25).isBetween(-0.0055, -0.0035);
    }

    @Test
    void cellTemperatures() {
        assertThat(CellTemperature.noct(45).of(800, 20, 1)).isEqualTo(45);
        assertThat(CellTemperature.sandiaOpenRack().of(900, 20, 5)).isCloseTo(20 + 900 * Math.exp(-3.56 - 0.375) + 2.7, within(1e-9));
        assertThat(CellTemperature.faiman().of(900, 20, 5)).isCloseTo(20 + 900 / 59.2, within(1e-9));
    }

    @Test
    void inverterHasItsNominalEfficiencyAtFullLoadAndClips() {
        Inverter inverter = new Inverter(10_000, 0.96);
        assertThat(inverter.output(10_000 / 0.96)).isCloseTo(10_000 * 0.9637 / 0.9637, within(1.0));
        assertThat(inverter.output(15_000)).isEqualTo(10_000);
        assertThat(inverter.output(20)).isZero();
    }

    @Test
    void forecastLearnsWhatThePlantReallyDelivers() {
        PvPlant plant = Plants.plant(20_000);
        DeliveredShare share = new DeliveredShare();
        for (int day = 1; day < 8; day++) {
            Plants.day(plant, day, 0.9).forEach(moment -> share.learn(plant, plant.output(moment.weather()), moment.ac(), 0.05));
        }
        assertThat(share.factor()).isCloseTo(0.9, within(0.01));
        List<PvDiagnosis.Moment> next = Plants.day(plant, 8, 0.9);
        List<PvForecast.Power> powers = new PvForecast(plant)
                .of(next.stream().map(PvDiagnosis.Moment::weather).toList(), share);
        for (int i = 0; i < powers.size(); i++) {
            assertThat(powers.get(i).expected()).isCloseTo(next.get(i).ac(), within(0.02 * 20_000));
            assertThat(powers.get(i).low()).isLessThanOrEqualTo(powers.get(i).high());
        }
    }
}

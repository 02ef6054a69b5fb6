package org.gemello.energy.fatigue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Percentage;
import org.gemello.energy.turbine.type.ConditionTypes;
import org.gemello.energy.turbine.type.TurbineTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignLoadsTest {
    /** What is shipped as the loads of the design is what the model computes in wind of class IB. */
    @ParameterizedTest
    @ValueSource(strings = {"nrel-5mw", "iea-15mw"})
    void theShippedOnesAreThoseOfTheModel(String type) {
        LoadDesign design = ConditionTypes.shipped(type).loads();
        Map<Component, Double> computed = DesignLoads.of(TurbineTypes.shipped(type), design, 10);
        for (ComponentDesign each : design.components()) {
            System.out.printf("%s %s: %.2f MN m computed, %.2f shipped%n", type, each.component(), computed.get(each.component()) / 1e6,
                    each.curve().reference() / 1e6);
            assertThat(computed.get(each.component())).isCloseTo(each.curve().reference(), Percentage.withPercentage(1));
        }
    }

    /**
     * Figures that do not depend on turbulence: weight turns edgewise, thrust bends flapwise; bands of the published loads of the turbine.
     */
    @Test
    void loadsAreThoseOfTheTurbinesSize() {
        LoadDesign design = ConditionTypes.shipped("nrel-5mw").loads();
        TurbineLoads loads = new TurbineLoads(TurbineTypes.shipped("nrel-5mw"), design);
        Operation rated = new Operation(11.4, 12.1 * Math.PI / 30, 0, 5e6, 1.225);
        loads.solve(rated, 0);
        double up = loads.flapwise();
        loads.solve(rated, Math.PI);
        double down = loads.flapwise();
        assertThat(up).isGreaterThan(down + 1e6);
        loads.solve(rated, Math.PI / 2);
        double rising = loads.edgewise();
        double flapwise = loads.flapwise();
        loads.solve(rated, 3 * Math.PI / 2);
        double falling = loads.edgewise();
        assertThat(rising - falling).isCloseTo(2 * 9.80665 * 363_231 * Math.cos(Math.toRadians(5)), within(1e3));
        assertThat(flapwise).isBetween(8e6, 11e6);
        assertThat(loads.torque()).isCloseTo(5e6 / 0.944 / 12.1 * 30 / Math.PI, within(1.0));
        assertThat(loads.thrust() * 90).isBetween(55e6, 75e6);
    }
}

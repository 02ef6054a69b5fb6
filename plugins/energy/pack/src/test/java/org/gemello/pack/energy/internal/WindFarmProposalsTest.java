package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.wake.FreeWind;
import org.gemello.energy.wake.Gauss;
import org.gemello.energy.wake.Operation;
import org.gemello.energy.wake.TurbineCurve;
import org.gemello.energy.wake.TurbineFlow;
import org.gemello.energy.wake.WakeFarm;
import org.gemello.energy.wake.WakeTurbine;
import org.gemello.spi.ProposalDraft;
import org.gemello.testkit.pack.PackContractTest;
import org.gemello.testkit.pack.PackUnderTest;
import org.gemello.testkit.runtime.TestRuntime;
import org.gemello.testkit.runtime.TestTwin;
import org.junit.jupiter.api.Test;

/** Three turbines in a row that obey, in the wind of the wake model with a little noise of their power. */
class WindFarmProposalsTest extends PackContractTest {
    private static final String STEERING = "wake-steering";
    private static final String GRID = "grid-set-point";
    private static final double RATED = 5000;
    private static final TurbineCurve CURVE = TurbineCurve.of(Nrel5Mw.design(), SteadyCurve.of(Nrel5Mw.design()), 1.225);
    private static final List<String> NAMES = List.of("wt-01", "wt-02", "wt-03");
    private static final Map<String, String> PLACES = Map.of("wt-01", "0,0", "wt-02", "630,0", "wt-03", "1260,0");
    private static final Map<String, List<TwinId>> PARTS = Map.of(WindFarmType.TURBINE, NAMES.stream().map(TwinId::new).toList());
    private final WakeFarm wakes = new WakeFarm(List.of(new WakeTurbine("wt-01", 0, 0, CURVE), new WakeTurbine("wt-02", 630, 0, CURVE),
            new WakeTurbine("wt-03", 1260, 0, CURVE)), new Gauss());
    private final TestTwin twin = TestRuntime.of(new WindFarmType()).twin("farm", PLACES, PARTS);
    private final double[] offset = new double[3];
    private final double[] limit = {RATED, RATED, RATED};
    private final double[] life = {20, 20, 20};
    private double speed = 8;
    private double direction = 273;
    private Quality quality = Quality.GOOD;
    private int beat;

    @Override
    protected PackUnderTest pack() {
        run(6);
        obey(STEERING);
        run(15);
        demand(4000);
        run(2);
        obey(GRID);
        run(3);
        return PackUnderTest.of(new WindFarmType()).configured(PLACES).parts(PARTS).recording(twin.recording());
    }

    private List<TurbineFlow> flows() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            operations.add(new Operation(Math.toRadians(offset[i]), limit[i], true));
        }
        return wakes.flow(new FreeWind(speed, Math.toRadians(direction), 0.06), operations);
    }

    private double power() {
        return WakeFarm.power(flows());
    }

    private void run(double minutes) {
        for (int k = 0; k < minutes * 6; k++) {
            List<TurbineFlow> flows = flows();
            double noise = 1 + 0.01 * Math.sin(++beat * 1.7);
            twin.send(moment -> {
                for (int i = 0; i < 3; i++) {
                    String name = NAMES.get(i) + '/';
                    moment.with(name + "WNAC.WdDir", direction).with(name + "WNAC.NacDir", direction + offset[i])
                            .with(name + "WNAC.TurbInt", 6.0).with(name + "WTUR.State", 2.0).with(name + "WTUR.SetW", limit[i])
                            .with(name + "WYAW.SetOff", offset[i]).with(name + "WTRM.BrgRul", life[i])
                            .with(name + "WTUR.W", flows.get(i).power() * noise).with(name + "WNAC.WdSpd", flows.get(i).wind(), quality);
                }
            });
            twin.advance(Duration.ofSeconds(10));
        }
    }

    /** The commands of a proposal reach the turbines, within the steps that these allow. */
    private ProposalDraft obey(String key) {
        ProposalDraft draft = twin.proposal(key).orElseThrow();
        for (ProposedCommand command : draft.commands()) {
            int place = NAMES.indexOf(command.twin().value());
            double[] setting = command.command().equals("set-yaw-offset") ? offset : limit;
            double value = command.arguments().get(setting == offset ? "offset" : "limit");
            assertThat(Math.abs(value - setting[place])).isLessThanOrEqualTo(setting == offset ? 25 : RATED / 2);
            setting[place] = value;
        }
        twin.accept(key);
        return draft;
    }

    private void demand(double limit) {
        twin.command("set-grid-limit", "limit", limit);
        twin.send("FARM.SetW", twin.writes().get(twin.writes().size() - 1).value());
    }

    private boolean has(String key) {
        return twin.proposal(key).isPresent();
    }

    @Test
    void wakesAreSteeredPastTheTurbinesBehindAndTheEffectIsMeasured() {
        run(20);
        double before = power();
        ProposalDraft draft = obey(STEERING);
        assertThat(draft.gain().low()).isPositive();
        assertThat(draft.explanation()).contains("8.0 m/s from 273 deg");
        assertThat(offset[2]).as("nobody stands behind the last").isZero();
        run(20);
        assertThat(twin.measured()).singleElement().satisfies(effect -> {
            assertThat(effect.key()).isEqualTo(STEERING);
            assertThat(effect.gain().low()).isPositive();
            assertThat(effect.text()).doesNotContain("taken to be so");
            assertThat(effect.gain().expected()).isCloseTo(power() - before, within(0.25 * (power() - before)));
        });
        assertThat(twin.proposals()).as("nothing more to gain").isEmpty();
    }

    @Test
    void steeringIsWithdrawnWhenTheWindTurnsAndTakenBackWhereItWasDone() {
        run(6);
        direction = 300;
        run(4);
        assertThat(has(STEERING)).isFalse();
        direction = 273;
        run(25);
        obey(STEERING);
        direction = 0;
        run(25);
        obey(STEERING);
        assertThat(offset).containsOnly(0.0);
        assertThat(twin.measured()).as("never at equal wind").isEmpty();
    }

    @Test
    void nothingIsProposedFromBadValuesNorWhereItIsDeclined() {
        quality = Quality.BAD_SENSOR_FAILURE;
        run(1);
        demand(3000);
        run(25);
        assertThat(twin.proposals()).isEmpty();
        quality = Quality.GOOD;
        run(15);
        twin.decline(GRID, "not now");
        run(15);
        assertThat(has(GRID)).isFalse();
        demand(2000);
        run(2);
        assertThat(has(GRID)).as("another demand").isTrue();
    }

    @Test
    void theGridOperatorsSetPointIsMetWithLeastDamageAndLifted() {
        speed = 14;
        life[0] = 4;
        run(5);
        twin.command("set-grid-limit", "limit", 20_000);
        assertThat(twin.rejections()).singleElement().asString().contains("at most");
        run(1);
        demand(9000);
        run(2);
        ProposalDraft draft = obey(GRID);
        assertThat(draft.explanation()).contains("9000 kW").contains("weighed by the life that WTRM.BrgRul tells");
        assertThat(Arrays.stream(limit).sum()).as("at once, the shares as near as one step comes").isBetween(8990.0, 9000.0);
        assertThat(limit[0]).isEqualTo(RATED / 2);
        run(2);
        obey(GRID);
        assertThat(Arrays.stream(limit).sum()).isBetween(8990.0, 9000.0);
        assertThat(limit[0]).as("its bearings are the most worn").isLessThan(0.6 * limit[1]);
        run(15);
        assertThat(power()).isCloseTo(9000, within(20.0));
        assertThat(twin.measured()).singleElement().satisfies(effect -> {
            assertThat(effect.text()).contains("set point of 9000 kW");
            assertThat(effect.gain().expected()).isCloseTo(draft.gain().expected(), within(0.1 * draft.gain().expected()));
        });
        speed = 14.2;
        run(10);
        assertThat(twin.proposals()).as("limits change by less than 2 %").isEmpty();
        twin.command("release-grid-limit", Map.of());
        assertThat(twin.writes()).last().satisfies(write -> assertThat(write.value()).isEqualTo(3 * RATED));
        twin.send("FARM.SetW", 3 * RATED);
        run(2);
        obey(GRID);
        run(2);
        obey(GRID);
        assertThat(limit).as("in two steps").containsOnly(RATED);
        run(2);
        limit[1] = 3000;
        run(10);
        assertThat(twin.proposals()).as("a limit that is not the farm's").isEmpty();
    }

    @Test
    void aLongWayIsGoneInStepsAndWeakTurbinesAreNotCountedOn() {
        speed = 9;
        direction = 270;
        run(5);
        demand(600);
        Predicate<double[]> there = limits -> Arrays.stream(limits).sum() <= 600;
        for (int i = 0; i < 3 && !there.test(limit); i++) {
            run(2);
            obey(GRID);
        }
        assertThat(there.test(limit)).isTrue();
        speed = 14;
        run(5);
        assertThat(power()).as("in any wind").isLessThanOrEqualTo(600);
    }
}

package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.gemello.spi.ProposalDraft;
import org.junit.jupiter.api.Test;

/**
 * The seven steps without end, in virtual time: a turbine, its twin, sensors, what they tell, what is concluded, proposed and accepted,
 * applied to the turbine and measured. Shares are of what the fault costs, against the same turbine without a fault in the same wind.
 */
class ClosedLoopTest {
    private static final double FOUND_WITHIN = 8;

    private static double recovered(double before, double after) {
        return (after - before) / (1 - before);
    }

    private static void log(String fault, ClosedLoop loop, long seconds, ProposalDraft draft, double before, double after) {
        System.out.printf("%s: proposed after %d s; lost %.1f %%, recovered %.0f %%; expected %.0f (%.0f to %.0f) %s%n  %s%n  %s%n",
                fault, seconds, 100 * (1 - before), 100 * recovered(before, after), draft.gain().expected(), draft.gain().low(),
                draft.gain().high(), draft.gain().unit(), draft.explanation(), loop.measured.get(0).text());
    }

    @Test
    void aSoundTurbineIsLeftAlone() {
        ClosedLoop loop = new ClosedLoop(9.5, 3).run(120);
        assertThat(loop.proposals).isEmpty();
        assertThat(loop.alarms).isEmpty();
    }

    @Test
    void threeDegreesOnTheBladeSetAreFoundAndTurnedBack() {
        ClosedLoop loop = new ClosedLoop(9.5, 3).run(20);
        long injected = loop.time();
        loop.turbine.faults().setPitch(Math.toRadians(3));
        loop.share();
        ProposalDraft draft = loop.await("pitch-correction", FOUND_WITHIN);
        double before = loop.share();
        long found = loop.time() - injected;
        assertThat(draft.explanation()).contains("pitch offset");
        assertThat(draft.commands().get(0).arguments().get("blade1")).isCloseTo(-3, within(0.3));
        loop.accept(draft);
        loop.run(1).share();
        loop.run(20);
        double after = loop.share();
        log("pitch", loop, found, draft, before, after);
        assertThat(before).isLessThan(0.96);
        assertThat(recovered(before, after)).isBetween(0.9, 1.1);
        assertThat(loop.measured).singleElement().satisfies(effect -> {
            assertThat(effect.key()).isEqualTo("pitch-correction");
            assertThat(effect.gain().low()).isPositive();
            assertThat(effect.gain().low()).isLessThan(draft.gain().high());
            assertThat(effect.gain().high()).isGreaterThan(draft.gain().low());
        });
        assertThat(loop.proposals).extracting(ProposalDraft::key).containsOnly("pitch-correction");
    }

    @Test
    void aSingleBladeIsTurnedBackAlone() {
        ClosedLoop loop = new ClosedLoop(9.5, 3).run(20);
        long injected = loop.time();
        loop.turbine.faults().setPitch(1, Math.toRadians(3));
        loop.share();
        ProposalDraft draft = loop.await("pitch-correction", 40);
        long found = loop.time() - injected;
        double before = loop.share();
        assertThat(draft.commands().get(0).arguments().get("blade2")).isCloseTo(-3, within(0.4));
        assertThat(draft.commands().get(0).arguments().get("blade1")).isCloseTo(0, within(0.4));
        assertThat(draft.explanation()).contains("blade 2");
        loop.accept(draft);
        loop.run(1).share();
        loop.run(20);
        double after = loop.share();
        log("single blade", loop, found, draft, before, after);
        assertThat(recovered(before, after)).isBetween(0.8, 1.2);
    }

    @Test
    void iceIsMeltedAndHeatingEnds() {
        ClosedLoop loop = new ClosedLoop(9.5, 3);
        loop.temperature = -3;
        loop.humidity = 96;
        loop.run(20);
        long injected = loop.time();
        loop.turbine.faults().setIce(1);
        loop.share();
        ProposalDraft draft = loop.await("blade-heating", FOUND_WITHIN);
        double before = loop.share();
        long found = loop.time() - injected;
        assertThat(draft.explanation()).contains("Ice");
        assertThat(loop.alarms).anySatisfy(alarm -> assertThat(alarm.message()).contains("ice on the blades"));
        loop.accept(draft);
        loop.run(4).share();
        ProposalDraft end = loop.await("stop-heating", 60);
        double after = loop.share();
        log("ice", loop, found, draft, before, after);
        loop.accept(end);
        assertThat(before).isLessThan(0.96);
        assertThat(recovered(before, after)).isBetween(0.9, 1.1);
        assertThat(loop.measured).singleElement().satisfies(effect -> assertThat(effect.gain().low()).isPositive());
        loop.run(10);
        assertThat(loop.turbine.faults().ice()).isZero();
    }

    @Test
    void frictionIsNamedAndTheGearboxRelieved() {
        ClosedLoop loop = new ClosedLoop(10.5, 3).run(20);
        long injected = loop.time();
        loop.turbine.faults().setFriction(0.02 * ClosedLoop.DESIGN.ratedTorque());
        loop.share();
        ProposalDraft draft = loop.await("relieve-gearbox", FOUND_WITHIN);
        double before = loop.share();
        long found = loop.time() - injected;
        assertThat(draft.explanation()).contains("Friction").contains("does not come back");
        loop.accept(draft);
        loop.run(1).share();
        loop.run(40);
        double after = loop.share();
        log("friction", loop, found, draft, before, after);
        assertThat(recovered(before, after)).isNegative();
        assertThat(loop.oil).isLessThan(78);
        assertThat(loop.measured).singleElement().satisfies(effect -> assertThat(effect.gain().low()).isPositive());
    }

    @Test
    void bladesThatPeopleHaveMendedNeedNoCorrectionAnyMore() {
        ClosedLoop loop = new ClosedLoop(9.5, 3).run(20);
        loop.turbine.faults().setPitch(Math.toRadians(3));
        loop.accept(loop.await("pitch-correction", FOUND_WITHIN));
        loop.run(20);
        loop.turbine.faults().setPitch(0);
        ProposalDraft draft = loop.await("pitch-correction", 40);
        assertThat(draft.commands().get(0).arguments().values()).containsOnly(0.0);
        loop.accept(draft);
        loop.run(1).share();
        assertThat(loop.run(20).share()).isGreaterThan(0.98);
    }

    @Test
    void whatIsDeclinedIsNotSaidAgain() {
        ClosedLoop loop = new ClosedLoop(9.5, 3).run(20);
        loop.turbine.faults().setPitch(Math.toRadians(3));
        loop.decline(loop.await("pitch-correction", FOUND_WITHIN));
        loop.run(60);
        assertThat(loop.proposals).hasSize(1);
    }
}

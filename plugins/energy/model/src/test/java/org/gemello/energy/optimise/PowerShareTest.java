package org.gemello.energy.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.gemello.energy.optimise.PowerShare.Member;
import org.junit.jupiter.api.Test;

class PowerShareTest {
    private static double damage(List<Member> members, double... powers) {
        double sum = 0;
        for (int i = 0; i < powers.length; i++) {
            sum += members.get(i).damage(powers[i]);
        }
        return sum;
    }

    @Test
    void noOtherShareOnAGridDoesLessDamage() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 20; round++) {
            List<Member> members = List.of(member(random), member(random), member(random));
            double target = members.stream().mapToDouble(Member::available).sum() * random.nextDouble(0.3, 0.95);
            double[] share = PowerShare.of(members, target);
            assertThat(Arrays.stream(share).sum()).isCloseTo(target, within(0.01));
            double best = damage(members, share);
            double least = Double.POSITIVE_INFINITY;
            for (double first = 0; first <= members.get(0).available(); first += 20) {
                for (double second = 0; second <= members.get(1).available(); second += 20) {
                    double third = target - first - second;
                    if (third >= 0 && third <= members.get(2).available()) {
                        least = Math.min(least, damage(members, first, second, third));
                    }
                }
            }
            assertThat(best).isLessThanOrEqualTo(least + 1e-9).isGreaterThan(0.97 * least);
        }
    }

    private static Member member(SplittableRandom random) {
        return new Member(random.nextDouble(1500, 5000), 0, 5000, random.nextDouble(0.3, 3), 10.0 / 3);
    }

    @Test
    void theWornTurbineIsSpared() {
        Member sound = new Member(4000, 500, 5000, 1, 4);
        Member worn = new Member(4000, 500, 5000, 5, 4);
        double[] share = PowerShare.of(List.of(sound, worn), 6000);
        assertThat(share[0]).isGreaterThan(share[1]).isLessThanOrEqualTo(4000);
        assertThat(share[0] + share[1]).isCloseTo(6000, within(0.01));
    }

    @Test
    void whatCannotBeMetIsMetAsFarAsItGoes() {
        List<Member> members = List.of(new Member(2000, 500, 5000, 1, 4), new Member(300, 500, 5000, 1, 4));
        assertThat(PowerShare.of(members, 9000)).containsExactly(new double[] {2000, 300}, within(1e-6));
        assertThat(PowerShare.of(members, 100)).containsExactly(new double[] {500, 300}, within(1e-6));
        assertThatThrownBy(() -> new Member(2000, 0, 5000, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}

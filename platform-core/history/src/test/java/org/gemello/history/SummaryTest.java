package org.gemello.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static Row row(long time, double value, int quality) {
        return Row.of(time, time, time, quality, value, "kW");
    }

    @Test
    void partsJoinedAreTheWhole() {
        Random random = new Random(3);
        Summary whole = new Summary();
        Summary joined = new Summary();
        Summary part = new Summary();
        for (int i = 0; i < 10_000; i++) {
            Row row = row(i * 7L, 1e6 + random.nextGaussian(), random.nextInt(20) == 0 ? 0x80000000 : 0);
            whole.add(row);
            part.add(row);
            if (random.nextInt(100) == 0) {
                joined.join(part);
                part = new Summary();
            }
        }
        joined.join(part);

        assertThat(joined.count()).isEqualTo(whole.count());
        assertThat(joined.numbers()).isEqualTo(whole.numbers());
        assertThat(joined.mean()).isEqualTo(whole.mean(), within(1e-8));
        assertThat(joined.deviation()).isEqualTo(whole.deviation(), within(1e-9)).isEqualTo(1, within(0.05));
        assertThat(joined.timeWeighted()).isEqualTo(whole.timeWeighted(), within(1e-6));
        assertThat(joined.nanos(2)).isEqualTo(whole.nanos(2)).isPositive();
        assertThat(joined.lowest()).isEqualTo(whole.lowest());
        assertThat(joined.highest()).isEqualTo(whole.highest());
        assertThat(joined.last()).isEqualTo(whole.last());
    }

    @Test
    void knowsWhatFollows() {
        Summary early = new Summary();
        early.add(row(1, 1, 0));
        early.add(row(5, 1, 0));
        Summary across = new Summary();
        across.add(row(3, 1, 0));
        Summary later = new Summary();
        later.add(row(6, 1, 0));

        assertThat(early.isBefore(later)).isTrue();
        assertThat(early.isBefore(across)).isFalse();
        assertThat(later.isBefore(early)).isFalse();
    }
}

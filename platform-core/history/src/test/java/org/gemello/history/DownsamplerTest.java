package org.gemello.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.gemello.api.ValueKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownsamplerTest {
    private static final int ROWS = 5_000;

    private static Row row(long time, long offset, ValueKind kind, long bits) {
        return new Row(time, 0, offset, 0, kind, bits, kind == ValueKind.TEXT ? "t" + offset : null, "1");
    }

    private static Row number(long time, double value) {
        return row(time, time, ValueKind.DOUBLE, Double.doubleToRawLongBits(value));
    }

    private static List<Row> noise(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(number(i, random.nextGaussian()));
        }
        Collections.shuffle(rows, random);
        return rows;
    }

    private static List<Row> sampled(List<Row> rows, long from, long to, int maxPoints) {
        Downsampler sampler = new MinMax(new Interval(from, to), maxPoints);
        rows.forEach(sampler);
        assertThat(sampler.total()).isEqualTo(rows.size());
        return sampler.rows();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 100, 999, 4_999})
    void keepsThePeaksOfEveryBucketAndTheBound(int maxPoints) {
        List<Row> rows = noise(maxPoints);

        List<Row> kept = sampled(rows, 0, ROWS, maxPoints);

        assertThat(kept).hasSizeLessThanOrEqualTo(maxPoints).isSortedAccordingTo(Row.ORDER);
        long width = (ROWS - 1) / (maxPoints / 2) + 1;
        for (long start = 0; start < ROWS; start += width) {
            long first = start;
            List<Row> bucket = rows.stream().filter(row -> row.time() >= first && row.time() < first + width).toList();
            assertThat(kept).contains(Collections.min(bucket, Row::compareNumber), Collections.max(bucket, Row::compareNumber));
        }
    }

    @Test
    void givesEverythingWhereItFits() {
        assertThat(sampled(noise(1), 0, ROWS, ROWS)).hasSize(ROWS).isSortedAccordingTo(Row.ORDER);
    }

    @Test
    void doesNotDependOnTheOrderOfArrival() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(number(i, i % 3));
        }
        List<Row> forward = sampled(rows, 0, 100, 10);
        Collections.reverse(rows);
        assertThat(sampled(rows, 0, 100, 10)).isEqualTo(forward);
    }

    @Test
    void givesFirstAndLastWhereThereIsNoNumber() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(row(i, i, i % 2 == 0 ? ValueKind.TEXT : ValueKind.NONE, 1));
        }
        assertThat(sampled(rows, 0, 100, 4)).extracting(Row::time).containsExactly(0L, 49L, 50L, 99L);
    }

    @Test
    void aNumberWinsOverNoNumberAndNaN() {
        List<Row> rows = List.of(number(0, Double.NaN), number(1, 5), row(2, 2, ValueKind.NONE, 0), number(3, 4));
        assertThat(sampled(rows, 0, 4, 2)).extracting(Row::time).containsExactly(1L, 3L);
    }

    @Test
    void comparesLongsExactly() {
        long big = 1L << 60;
        List<Row> rows = List.of(row(0, 0, ValueKind.LONG, big + 1), row(1, 1, ValueKind.LONG, big), row(2, 2, ValueKind.LONG, big + 2));
        assertThat(sampled(rows, 0, 3, 2)).extracting(Row::bits).containsExactlyInAnyOrder(big, big + 2);
    }

    @Test
    void takesAnIntervalLongerThanALong() {
        List<Row> rows = List.of(number(Long.MIN_VALUE, 1), number(0, 2), number(Long.MAX_VALUE - 1, 3));
        assertThat(sampled(rows, Long.MIN_VALUE, Long.MAX_VALUE, 2)).isSortedAccordingTo(Comparator.comparingLong(Row::time)).hasSize(2);
    }
}

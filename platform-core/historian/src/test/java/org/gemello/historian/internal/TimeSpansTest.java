package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.gemello.historian.internal.TimeSpans.Span;
import org.junit.jupiter.api.Test;

class TimeSpansTest {
    private final TimeSpans.Builder builder = new TimeSpans.Builder();

    @Test
    void clocksThatAreRightGiveOneSpan() {
        for (int series = 0; series < 10; series++) {
            builder.add(LongStream.rangeClosed(series, 100 + series).toArray());
        }
        assertThat(builder.build().list().stream().mapToLong(span -> span.last() - span.first()).sum()).isLessThanOrEqualTo(109);
        assertThat(builder.build().first()).isZero();
        assertThat(builder.build().last()).isEqualTo(109);
    }

    @Test
    void aClockIn1970AndLateSamplesDoNotCoverWhatLiesBetween() {
        builder.add(new long[] {0, 10, 20});
        builder.add(new long[] {5_000, 5_010, 9_000, 9_010});
        builder.add(LongStream.range(9_000, 9_060).toArray());

        assertThat(builder.build().list()).containsExactly(new Span(0, 20), new Span(5_000, 5_010), new Span(9_000, 9_059));
        assertThat(builder.build().overlap(21, 5_000)).isFalse();
        assertThat(builder.build().overlap(5_010, 5_011)).isTrue();
        assertThat(builder.build().overlap(9_060, Long.MAX_VALUE)).isFalse();
    }

    @Test
    void coversEveryTimeThatWasGiven() {
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            builder.add(random.longs(1 + random.nextInt(20)).sorted().toArray());
        }
        TimeSpans spans = builder.build();
        Random again = new Random(7);
        for (int i = 0; i < 50; i++) {
            again.longs(1 + again.nextInt(20)).filter(time -> time < Long.MAX_VALUE)
                    .forEach(time -> assertThat(spans.overlap(time, time + 1)).isTrue());
        }
        assertThat(spans.list()).hasSizeLessThanOrEqualTo(3);
    }
}

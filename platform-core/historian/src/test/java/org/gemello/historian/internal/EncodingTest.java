package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.historian.internal.HistorianFixture.FROM;
import static org.gemello.historian.internal.HistorianFixture.PATIENT;
import static org.gemello.historian.internal.HistorianFixture.TO;
import static org.gemello.historian.internal.HistorianFixture.flush;
import static org.gemello.historian.internal.HistorianFixture.open;
import static org.gemello.historian.internal.Records.POWER;
import static org.gemello.historian.internal.Records.SECOND;
import static org.gemello.historian.internal.Records.START;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.gemello.api.Sample;
import org.gemello.api.Times;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However times and values are encoded, they come back bit for bit; enough rows for every encoding to be worth its while. */
class EncodingTest {
    private static final int ROWS = 1_500;
    @TempDir
    private Path folder;

    static Stream<Arguments> signals() {
        Random random = new Random(11);
        double[] walk = {1_500};
        IntToLongFunction regular = i -> START + i * SECOND;
        IntToLongFunction ticks = i -> START + i * SECOND + random.nextInt(10_000) * 100L;
        IntToLongFunction nanos = i -> START + i * SECOND + random.nextInt(900_000_000);
        IntToLongFunction millis = i -> START + i * SECOND + random.nextInt(200) * 1_000_000L;
        IntToLongFunction drifting = i -> START + i * 1_000_013_700L;
        IntToLongFunction twice = i -> START + i / 2 * SECOND;
        IntToLongFunction before1970 = i -> -ROWS * SECOND + i * SECOND + random.nextInt(1_000) * 1_000L;
        IntToDoubleFunction decimals = i -> Math.round((walk[0] += random.nextDouble() - 0.5) * 100) / 100.0;
        IntToDoubleFunction noise = i -> walk[0] += random.nextDouble() - 0.5;
        IntToDoubleFunction zeroes = i -> random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300);
        IntToDoubleFunction special = i -> new double[] {-0.0, 0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE}[i % 5];
        IntToDoubleFunction flat = i -> 42;
        return Stream.of(Arguments.of(regular, decimals), Arguments.of(ticks, noise), Arguments.of(nanos, zeroes),
                Arguments.of(millis, special),
                Arguments.of(drifting, flat), Arguments.of(twice, decimals), Arguments.of(before1970, noise));
    }

    @ParameterizedTest
    @MethodSource("signals")
    void comesBackBitForBit(IntToLongFunction times, IntToDoubleFunction values) {
        Records log = new Records();
        Random random = new Random(5);
        List<String> given = new ArrayList<>();
        try (Historian history = open(folder, PATIENT)) {
            log.samples(batch -> {
                for (int i = 0; i < ROWS; i++) {
                    long time = times.applyAsLong(i);
                    double value = values.applyAsDouble(i);
                    long received = time + random.nextInt(3) * 1_000_003L;
                    batch.add(log.power(), value, 0, time, received);
                    given.add(text(time, received, i, value));
                }
            });
            log.replay(0, history::accept);
            flush(history);

            List<Sample> samples = history.read(POWER, times.applyAsLong(0) < 0 ? Instant.EPOCH.minusSeconds(ROWS + 1) : FROM, TO,
                    2 * ROWS).samples();
            assertThat(samples).extracting(sample -> text(Times.nanos(sample.sourceTime()), Times.nanos(sample.receivedTime()),
                    sample.offset(), (Double) sample.value())).isEqualTo(given);
        }
    }

    private static String text(long time, long received, long offset, double value) {
        return time + " " + received + " " + offset + " " + Long.toHexString(Double.doubleToRawLongBits(value));
    }
}

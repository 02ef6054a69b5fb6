package org.gemello.energy.fatigue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RainflowTest {
    private final Map<Double, Double> counts = new TreeMap<>();
    private final Rainflow.Cycles cycles = (range, mean, count) -> counts.merge(range, count, Double::sum);

    private static double[] walk(long seed, int length) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] history = new double[length];
        for (int i = 0; i < length; i++) {
            history[i] = random.nextInt(41) - 20;
        }
        return history;
    }

    private void count(Rainflow rainflow, double... history) {
        for (double value : history) {
            rainflow.add(value, cycles);
        }
        rainflow.open(cycles);
    }

    /** ASTM E1049-85, figure 6 and its table. */
    @Test
    void countsTheExampleOfTheStandard() {
        count(new Rainflow(0), -2, 1, -3, 5, -1, 3, -4, 4, -2);
        assertThat(counts).isEqualTo(Map.of(3.0, 0.5, 4.0, 1.5, 6.0, 0.5, 8.0, 1.0, 9.0, 0.5));
    }

    @Test
    void valuesBetweenTurnsMakeNoDifference() {
        count(new Rainflow(0), -2, 0, 1, 1, 0.5, -3, -1, 5, 2, -1, 1, 3, 3, -2, -4, 0, 4, 4, -2);
        assertThat(counts).isEqualTo(Map.of(3.0, 0.5, 4.0, 1.5, 6.0, 0.5, 8.0, 1.0, 9.0, 0.5));
    }

    @Test
    void countsWhatTheFourPointRuleCounts() {
        for (int seed = 0; seed < 200; seed++) {
            double[] history = walk(seed, 300);
            Map<Double, Double> other = new TreeMap<>();
            counts.clear();
            count(new Rainflow(0), history);
            FourPoint.count(history, (range, mean, count) -> other.merge(range, count, Double::sum));
            assertThat(counts).as("seed " + seed).isEqualTo(other);
        }
    }

    @Test
    void whatIsOpenIsBounded() {
        Rainflow rainflow = new Rainflow(0);
        double expected = 0;
        for (int i = 0; i < 1000; i++) {
            rainflow.add((i % 2 == 0 ? 1 : -1) * (2000.0 - i), cycles);
            expected += i > 0 ? 0.5 : 0;
            assertThat(rainflow.openTurns()).isLessThanOrEqualTo(Rainflow.CAPACITY);
        }
        rainflow.open(cycles);
        assertThat(counts.values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void smallSwingsArePassedOverBelowTheGate() {
        count(new Rainflow(1), 0, 10, 9.5, 10, 0, 0.8, -0.1, 10, 0);
        assertThat(counts.keySet()).allSatisfy(range -> assertThat(range).isGreaterThan(9));
        assertThat(counts.values().stream().mapToDouble(Double::doubleValue).sum()).isEqualTo(2);
    }

    @Test
    void goesOnFromWhatWasWritten() throws IOException {
        double[] history = walk(7, 1000);
        Rainflow first = new Rainflow(0);
        for (int i = 0; i < 500; i++) {
            first.add(history[i], cycles);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        first.write(new DataOutputStream(bytes));
        Rainflow second = new Rainflow(0);
        second.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int i = 500; i < 1000; i++) {
            second.add(history[i], cycles);
        }
        second.open(cycles);
        Map<Double, Double> inTwo = new TreeMap<>(counts);
        counts.clear();
        count(new Rainflow(0), history);
        assertThat(inTwo).isEqualTo(counts);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> new Rainflow(0).add(Double.NaN, cycles)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Rainflow(-1)).hasMessageContaining("gate");
        DataInputStream broken = new DataInputStream(new ByteArrayInputStream(new byte[] {(byte) 200}));
        assertThatThrownBy(() -> new Rainflow(0).read(broken)).isInstanceOf(IOException.class).hasMessageContaining("200");
    }
}

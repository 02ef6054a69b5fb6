package org.gemello.energy.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class UnscentedFilterTest {
    private static final double ALL = Double.POSITIVE_INFINITY;

    /** On a linear model it is the Kalman filter: gain P H' / (H P H' + R), here by hand. */
    @Test
    void aLinearModelGivesTheKalmanFilter() {
        for (double kappa : new double[] {0, 1}) {
            UnscentedFilter filter = new UnscentedFilter(new double[] {1, 2}, new double[] {2, 1}, kappa);
            UnscentedFilter.Fit fit = filter.correct(10, 3, x -> x[0] + 3 * x[1], ALL);
            assertThat(fit.innovation()).isCloseTo(3, within(1e-12));
            assertThat(fit.variance()).isCloseTo(4 + 9 + 3, within(1e-12));
            assertThat(filter.mean(0)).isCloseTo(1 + 4 / 16.0 * 3, within(1e-12));
            assertThat(filter.mean(1)).isCloseTo(2 + 3 / 16.0 * 3, within(1e-12));
            assertThat(filter.deviation(0)).isCloseTo(Math.sqrt(4 - 16 / 16.0), within(1e-12));
            filter.predict(x -> new double[] {x[0] + x[1], x[1]}, new double[] {0, 1});
            assertThat(filter.mean(0)).isCloseTo(1 + 2 + 7 / 16.0 * 3, within(1e-12));
            assertThat(filter.deviation(1)).isCloseTo(Math.sqrt(1 - 9 / 16.0 + 1), within(1e-12));
        }
    }

    /** Mean of x squared is m squared plus variance, which the sigma points have exactly. */
    @Test
    void curvatureIsSeen() {
        UnscentedFilter filter = new UnscentedFilter(new double[] {3}, new double[] {0.5}, 2);
        assertThat(filter.correct(9.25, 1, x -> x[0] * x[0], ALL).innovation()).isCloseTo(0, within(1e-12));
    }

    @Test
    void whatIsTooFarOffIsLookedAtAndNotBelieved() {
        UnscentedFilter filter = new UnscentedFilter(new double[] {0}, new double[] {1}, 0);
        assertThat(filter.correct(20, 1, x -> x[0], 8).distance()).isGreaterThan(64);
        assertThat(filter.mean(0)).isZero();
        filter.correct(20, 1, x -> x[0], 20);
        filter.limit(0, -5, 5, 1);
        assertThat(filter.mean(0)).isEqualTo(5);
    }

    @Test
    void goesOnFromItsBytes() throws IOException {
        UnscentedFilter filter = new UnscentedFilter(new double[] {1, 2}, new double[] {2, 1}, 1);
        filter.correct(10, 3, x -> x[0] + 3 * x[1], ALL);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        filter.write(new DataOutputStream(bytes));
        UnscentedFilter other = new UnscentedFilter(new double[2], new double[] {1, 1}, 1);
        other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(other.correct(1, 1, x -> x[0] * x[1], ALL)).isEqualTo(filter.correct(1, 1, x -> x[0] * x[1], ALL));
    }
}

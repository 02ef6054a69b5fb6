package org.gemello.energy.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Test
    void agreesWithAnotherImplementation() {
        Random random = new Random(2);
        for (int n = 1; n <= 6; n++) {
            RealMatrix factor = MatrixUtils.createRealMatrix(n, n);
            for (int i = 0; i < n * n; i++) {
                factor.setEntry(i / n, i % n, random.nextGaussian() + (i / n == i % n ? 3 : 0));
            }
            RealMatrix matrix = factor.multiply(factor.transpose());
            double[][] inverse = Cholesky.inverse(matrix.getData());
            RealMatrix other = new CholeskyDecomposition(matrix, 1e-9, 0).getSolver().getInverse();
            for (int i = 0; i < n; i++) {
                assertThat(inverse[i]).containsExactly(other.getRow(i), within(1e-10));
            }
        }
    }

    @Test
    void aMatrixWithoutRootIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cholesky.inverse(new double[][] {{1, 2}, {2, 1}}))
                .withMessageContaining("row 1");
    }
}

package org.gemello.energy.numeric;

/** Inverse of a symmetric positive definite matrix by its Cholesky root (Golub and Van Loan, Matrix Computations, section 4.2). */
public final class Cholesky {
    private Cholesky() {
    }

    /** @throws IllegalArgumentException where the matrix is not positive definite */
    public static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                if (i == j && !(sum > 0)) {
                    throw new IllegalArgumentException("the matrix is not positive definite: row " + i + " leaves " + sum);
                }
                root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
            }
        }
        double[][] inverse = new double[n][];
        for (int column = 0; column < n; column++) {
            inverse[column] = solved(root, column);
        }
        return inverse;
    }

    /** A column of the inverse, which is symmetric. */
    private static double[] solved(double[][] root, int column) {
        int n = root.length;
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = i == column ? 1 : 0;
            for (int k = 0; k < i; k++) {
                sum -= root[i][k] * x[k];
            }
            x[i] = sum / root[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= root[k][i] * x[k];
            }
            x[i] /= root[i][i];
        }
        return x;
    }
}

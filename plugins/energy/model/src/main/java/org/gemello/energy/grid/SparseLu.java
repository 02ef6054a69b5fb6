package org.gemello.energy.grid;

import java.util.BitSet;

/**
 * Triangular factors of a sparse matrix with symmetric structure: diagonal pivots in minimum-degree order (W. F. Tinney and
 * J. W. Walker, Direct solutions of sparse network equations by optimally ordered triangular factorization, Proc. IEEE 55, 1967).
 * Without search for pivots, which the matrices of a grid do not need; a pivot that vanishes is an error.
 */
final class SparseLu {
    private static final double SMALLEST_PIVOT = 1e-11;

    private final int size;
    private final int[] order;
    private final int[][] lowerColumn;
    private final double[][] lower;
    private final int[][] upperColumn;
    private final double[][] upper;
    private final double[] pivot;

    /** The matrix has no inverse; carries the row where that shows. */
    static final class Singular extends ArithmeticException {
        private static final long serialVersionUID = 1;
        final int row;

        Singular(int row) {
            super("no pivot in row " + row);
            this.row = row;
        }
    }

    SparseLu(SparseMatrix matrix) {
        size = matrix.size;
        order = minimumDegree(matrix);
        int[] place = new int[size];
        for (int i = 0; i < size; i++) {
            place[order[i]] = i;
        }
        lowerColumn = new int[size][];
        lower = new double[size][];
        upperColumn = new int[size][];
        upper = new double[size][];
        pivot = new double[size];
        double[] work = new double[size];
        BitSet pattern = new BitSet(size);
        for (int i = 0; i < size; i++) {
            int row = order[i];
            pattern.clear();
            double largest = 0;
            for (int k = 0; k < matrix.count[row]; k++) {
                int j = place[matrix.column[row][k]];
                pattern.set(j);
                work[j] = matrix.value[row][k];
                largest = Math.max(largest, Math.abs(work[j]));
            }
            eliminate(i, pattern, work);
            if (!pattern.get(i) || !(Math.abs(work[i]) > SMALLEST_PIVOT * largest)) {
                throw new Singular(row);
            }
            keep(i, pattern, work);
        }
    }

    /** Rows of the matrix. */
    int size() {
        return size;
    }

    private void eliminate(int i, BitSet pattern, double[] work) {
        for (int k = pattern.nextSetBit(0); k >= 0 && k < i; k = pattern.nextSetBit(k + 1)) {
            double factor = work[k] / pivot[k];
            work[k] = factor;
            for (int n = 0; n < upper[k].length; n++) {
                int j = upperColumn[k][n];
                if (!pattern.get(j)) {
                    pattern.set(j);
                    work[j] = 0;
                }
                work[j] -= factor * upper[k][n];
            }
        }
    }

    private void keep(int i, BitSet pattern, double[] work) {
        int below = pattern.get(0, i).cardinality();
        int above = pattern.cardinality() - below - 1;
        lowerColumn[i] = new int[below];
        lower[i] = new double[below];
        upperColumn[i] = new int[above];
        upper[i] = new double[above];
        int l = 0;
        int u = 0;
        for (int j = pattern.nextSetBit(0); j >= 0; j = pattern.nextSetBit(j + 1)) {
            if (j < i) {
                lowerColumn[i][l] = j;
                lower[i][l++] = work[j];
            } else if (j > i) {
                upperColumn[i][u] = j;
                upper[i][u++] = work[j];
            } else {
                pivot[i] = work[j];
            }
        }
    }

    private static int[] minimumDegree(SparseMatrix matrix) {
        int n = matrix.size;
        BitSet[] graph = new BitSet[n];
        for (int i = 0; i < n; i++) {
            graph[i] = new BitSet(n);
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < matrix.count[i]; k++) {
                graph[i].set(matrix.column[i][k]);
                graph[matrix.column[i][k]].set(i);
            }
        }
        int[] degree = new int[n];
        for (int i = 0; i < n; i++) {
            degree[i] = graph[i].cardinality();
        }
        int[] order = new int[n];
        for (int step = 0; step < n; step++) {
            int best = -1;
            for (int i = 0; i < n; i++) {
                if (graph[i] != null && (best < 0 || degree[i] < degree[best])) {
                    best = i;
                }
            }
            order[step] = best;
            BitSet neighbours = graph[best];
            graph[best] = null;
            neighbours.clear(best);
            for (int i = neighbours.nextSetBit(0); i >= 0; i = neighbours.nextSetBit(i + 1)) {
                graph[i].or(neighbours);
                graph[i].clear(best);
                degree[i] = graph[i].cardinality();
            }
        }
        return order;
    }

    /** The solution of matrix x = right side. */
    double[] solve(double[] right) {
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = right[order[i]];
            for (int k = 0; k < lower[i].length; k++) {
                sum -= lower[i][k] * y[lowerColumn[i][k]];
            }
            y[i] = sum;
        }
        double[] x = new double[size];
        for (int i = size - 1; i >= 0; i--) {
            double sum = y[i];
            for (int k = 0; k < upper[i].length; k++) {
                sum -= upper[i][k] * y[upperColumn[i][k]];
            }
            y[i] = sum / pivot[i];
            x[order[i]] = y[i];
        }
        return x;
    }
}

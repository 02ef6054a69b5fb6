package org.gemello.energy.grid;

import java.util.Arrays;

/** A square matrix with few entries per row; entries are added up, in any order. */
final class SparseMatrix {
    final int size;
    final int[] count;
    final int[][] column;
    final double[][] value;

    SparseMatrix(int size) {
        this.size = size;
        count = new int[size];
        column = new int[size][8];
        value = new double[size][8];
    }

    void add(int row, int col, double amount) {
        int n = count[row];
        for (int k = 0; k < n; k++) {
            if (column[row][k] == col) {
                value[row][k] += amount;
                return;
            }
        }
        if (n == column[row].length) {
            column[row] = Arrays.copyOf(column[row], 2 * n);
            value[row] = Arrays.copyOf(value[row], 2 * n);
        }
        column[row][n] = col;
        value[row][n] = amount;
        count[row]++;
    }
}

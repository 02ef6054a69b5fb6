package org.gemello.energy.grid;

/** The equations of the grid have no solution that could be found; the message says why and where. */
public final class NoSolution extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    NoSolution(String message) {
        super(message);
    }
}

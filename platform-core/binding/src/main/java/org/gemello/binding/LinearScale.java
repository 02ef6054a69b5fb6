package org.gemello.binding;

/**
 * {@code value = raw * factor + offset}.
 *
 * @param factor not 0, finite
 * @param offset in the unit of the result, finite
 */
public record LinearScale(double factor, double offset) {
    public static final LinearScale IDENTITY = new LinearScale(1, 0);

    /** @throws IllegalArgumentException where the scale cannot be turned round */
    public LinearScale {
        if (factor == 0 || !Double.isFinite(factor) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException("a scale needs a finite factor other than 0 and a finite offset, not "
                    + factor + " and " + offset);
        }
    }

    public boolean isIdentity() {
        return factor == 1 && offset == 0;
    }

    public double apply(double raw) {
        return raw * factor + offset;
    }

    /** The raw number that gives this value. */
    public double invert(double value) {
        return (value - offset) / factor;
    }

    /** This scale first, then the other. */
    public LinearScale then(LinearScale next) {
        return new LinearScale(factor * next.factor, offset * next.factor + next.offset);
    }
}

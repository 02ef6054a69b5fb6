package org.gemello.energy.vibration;

/**
 * Vibration over a short time, as it travels in one sample: a TEXT of JSON, either {@code [0.12, -0.3, ...]} or
 * {@code {"rate": 25600, "unit": "m/s2", "values": [...]}}. Other members are passed over.
 *
 * @param rate   values per second
 * @param values acceleration in m/s2, {@value #LEAST} to {@value #MOST} of them; their mean is taken out by the analysis
 */
public record Burst(double rate, double[] values) {
    public static final int LEAST = 64;
    public static final int MOST = 1 << 17;
    static final double MOST_RATE = 200_000;

    /**
     * @param usual rate in 1/s where the text does not tell one; NaN where none is known
     * @throws IllegalArgumentException where the text is no burst; the message says what is wrong and where
     */
    public static Burst parse(String text, double usual) {
        return new BurstText(text).read(usual);
    }

    public Burst {
        if (!(rate > 0 && rate <= MOST_RATE)) {
            throw new IllegalArgumentException(Double.isNaN(rate)
                    ? "the burst tells no rate: give \"rate\" in it, or vibrationRate of the twin"
                    : "a rate of " + rate + " values per second, it must be above 0 and up to " + MOST_RATE);
        }
        if (values.length < LEAST || values.length > MOST) {
            throw new IllegalArgumentException("a burst of " + values.length + " values, it must have " + LEAST + " to " + MOST);
        }
    }
}

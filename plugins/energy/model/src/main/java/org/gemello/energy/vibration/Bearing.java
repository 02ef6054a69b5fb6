package org.gemello.energy.vibration;

/**
 * A rolling bearing with a standing outer ring. Frequencies per turn of the shaft, kinematic, after T. Harris, Rolling Bearing Analysis
 * (fault frequencies as in ISO 13373-3 and ISO 15243); slip makes them a percent or two lower.
 *
 * @param name     for people, such as "high-speed shaft bearing"
 * @param elements number of rolling elements
 * @param ratio    diameter of an element by pitch diameter
 * @param contact  contact angle in rad
 */
public record Bearing(String name, int elements, double ratio, double contact) {
    public Bearing {
        if (elements < 3 || elements > 200 || !(ratio > 0 && ratio < 1) || !(contact >= 0 && contact < Math.PI / 2)) {
            throw new IllegalArgumentException(name + ": a bearing has 3 to 200 elements (" + elements + "), a diameter ratio from 0 to 1 ("
                    + ratio + ") and a contact angle from 0 to 90 deg (" + Math.toDegrees(contact) + ")");
        }
    }

    /** From diameters in any unit, the same for both. */
    public static Bearing of(String name, int elements, double elementDiameter, double pitchDiameter, double contact) {
        return new Bearing(name, elements, elementDiameter / pitchDiameter, contact);
    }

    /** Frequency of a part's fault by that of the shaft. */
    public double order(BearingPart part) {
        double along = ratio * Math.cos(contact);
        return switch (part) {
            case OUTER_RACE -> elements / 2.0 * (1 - along);
            case INNER_RACE -> elements / 2.0 * (1 + along);
            // an element strikes both races in a turn of its own
            case ROLLING_ELEMENT -> (1 - along * along) / ratio;
            case CAGE -> (1 - along) / 2;
        };
    }

    /** Distance of the sidebands of a part's fault by the frequency of the shaft: how often it passes through the load; 0 for none. */
    double sideband(BearingPart part) {
        return switch (part) {
            case OUTER_RACE, CAGE -> 0;
            case INNER_RACE -> 1;
            case ROLLING_ELEMENT -> order(BearingPart.CAGE);
        };
    }
}

package org.gemello.energy.thermal;

import java.util.Optional;

/** Where a drive train is measured, and the points of each place. The order is part of the state's format: add at the end. */
public enum Place {
    GEARBOX_OIL("gearbox oil", "WTRM.GbxOilTmp", "WTRM.ExpGbxOilTmp", "WTRM.ResGbxOilTmp"),
    /** Bearing of the high-speed shaft. */
    GEARBOX_BEARING("gearbox bearing", "WTRM.GbxBrgTmp", "WTRM.ExpGbxBrgTmp", "WTRM.ResGbxBrgTmp"),
    WINDING("generator winding", "WGEN.GnTmp", "WGEN.ExpGnTmp", "WGEN.ResGnTmp"),
    GENERATOR_BEARING("generator bearing", "WGEN.BrgTmp", "WGEN.ExpBrgTmp", "WGEN.ResBrgTmp");

    private final String title;
    private final String measured;
    private final String expected;
    private final String residual;

    Place(String title, String measured, String expected, String residual) {
        this.title = title;
        this.measured = measured;
        this.expected = expected;
        this.residual = residual;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Point of the measured temperature in degrees Celsius. */
    public String measured() {
        return measured;
    }

    /** Point of the temperature that a sound drive train has. */
    public String expected() {
        return expected;
    }

    /** Point of the difference in K. */
    public String residual() {
        return residual;
    }

    /** The place that a point measures. */
    public static Optional<Place> of(String point) {
        for (Place place : values()) {
            if (place.measured.equals(point)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }
}

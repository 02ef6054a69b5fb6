package org.gemello.energy.twin;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers that a wind turbine's twin looks at, with the name of the point; the state keeps the last of each. A new one goes to the end: the
 * state is kept in this order.
 */
public enum WindTurbineInput {
    /** Active power in kW. */
    POWER("WTUR.W"),
    /** Operating state, see {@link org.gemello.energy.turbine.TurbineStatus}. */
    STATUS("WTUR.State"),
    /** Power set point in kW. */
    POWER_LIMIT("WTUR.SetW"),
    /** Rotor speed in revolutions per minute. */
    ROTOR_SPEED("WROT.RotSpd"),
    /** Lowest pitch allowed, in degrees. */
    PITCH_LIMIT("WROT.SetPtAng"),
    /** Wind at the nacelle in m/s. */
    WIND("WNAC.WdSpd"),
    /** Air temperature in degrees Celsius. */
    TEMPERATURE("WMET.EnvTmp"),
    /** Air pressure in hPa. */
    PRESSURE("WMET.EnvPres"),
    /** Pitch of the blades in degrees, as the controller knows it. */
    PITCH("WROT.PtAngVal"),
    /** Thrust of the rotor in kN, where it is measured: from the bending of the tower. */
    THRUST("WROT.Thrust"),
    /** Wind direction at the nacelle in degrees from north. */
    WIND_DIRECTION("WNAC.WdDir"),
    /** Direction of the nacelle in degrees from north. */
    NACELLE_DIRECTION("WNAC.NacDir"),
    /** What the controller turns the first blade against its own reckoning, in degrees; then the others. */
    PITCH_CORRECTION_1("WROT.SetPtCor1"), PITCH_CORRECTION_2("WROT.SetPtCor2"), PITCH_CORRECTION_3("WROT.SetPtCor3"),
    /** Moment at the root of the first blade out of the rotor's plane in kN m; then the others. */
    ROOT_MOMENT_1("WROT.BlRtMom1"), ROOT_MOMENT_2("WROT.BlRtMom2"), ROOT_MOMENT_3("WROT.BlRtMom3"),
    /** Oil of the gearbox in degrees Celsius. */
    GEAR_OIL("WTRM.GbxOilTmp"),
    /** Relative humidity in percent. */
    HUMIDITY("WMET.EnvHum"),
    /** Highest rotor speed in percent of the design's. */
    SPEED_LIMIT("WROT.SetSpd"),
    /** Gain of the optimal torque in percent of the design's. */
    TORQUE_GAIN("WGEN.SetTrqGain"),
    /** What the controller adds to the direction that the vane tells, in degrees. */
    YAW_OFFSET("WYAW.SetOff"),
    /** Heating of the blades in percent. */
    BLADE_HEATING("WROT.SetHeat");

    private static final Map<String, WindTurbineInput> BY_POINT = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(WindTurbineInput::point, input -> input));
    private final String point;

    WindTurbineInput(String point) {
        this.point = point;
    }

    public String point() {
        return point;
    }

    /** The input behind a point name; empty for a point that the twin only shows. */
    public static Optional<WindTurbineInput> of(String point) {
        return Optional.ofNullable(BY_POINT.get(point));
    }
}

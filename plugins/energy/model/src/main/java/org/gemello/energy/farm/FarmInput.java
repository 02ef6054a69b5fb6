package org.gemello.energy.farm;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a farm's twin hears of each turbine, with the name of the point and its UCUM unit. */
public enum FarmInput {
    WIND("WNAC.WdSpd", "m/s"),
    VANE("WNAC.WdDir", "deg"),
    NACELLE("WNAC.NacDir", "deg"),
    POWER("WTUR.W", "kW"),
    /** What the turbine's own twin expects at its own wind, within its set points. */
    EXPECTED("WTUR.ExpW", "kW"),
    POWER_LIMIT("WTUR.SetW", "kW"),
    /** What its nacelle is told to stand off the wind. */
    YAW_OFFSET("WYAW.SetOff", "deg"),
    /** Life that the bearings of its gearbox have left. */
    BEARING_LIFE("WTRM.BrgRul", "a"),
    STATUS("WTUR.State", "1"),
    TURBULENCE("WNAC.TurbInt", "%"),
    AVAILABLE_DAY("WTUR.AvlDay", "%"),
    AVAILABLE_MONTH("WTUR.AvlMon", "%"),
    ENERGY_DAY("WTUR.EnDay", "kW.h"),
    ENERGY_MONTH("WTUR.EnMon", "kW.h"),
    LOST_DAY("WTUR.LostDay", "kW.h"),
    LOST_MONTH("WTUR.LostMon", "kW.h"),
    CURTAILED_DAY("WTUR.CurtDay", "kW.h"),
    CURTAILED_MONTH("WTUR.CurtMon", "kW.h");

    private static final Map<String, FarmInput> BY_POINT = Stream.of(values())
            .collect(Collectors.toUnmodifiableMap(FarmInput::point, input -> input));
    private final String point;
    private final String unit;

    FarmInput(String point, String unit) {
        this.point = point;
        this.unit = unit;
    }

    public String point() {
        return point;
    }

    public String unit() {
        return unit;
    }

    /** The input behind the name of a turbine's point. */
    static Optional<FarmInput> of(String point) {
        return Optional.ofNullable(BY_POINT.get(point));
    }
}

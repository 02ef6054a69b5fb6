package org.gemello.energy.turbine;

import org.gemello.energy.turbine.type.TurbineTypes;

/** The NREL offshore 5-MW baseline wind turbine, shipped as the type {@code nrel-5mw}; see there for the sources. */
public final class Nrel5Mw {
    /** Name of the type. */
    public static final String NAME = "nrel-5mw";
    /** Density of the standard atmosphere at sea level in kg/m3, to which the turbine's figures refer. */
    public static final double REFERENCE_DENSITY = 1.225;

    private Nrel5Mw() {
    }

    public static TurbineDesign design() {
        return TurbineTypes.shipped(NAME);
    }
}

package org.gemello.energy.fatigue;

import java.util.List;

/**
 * What the loads of a turbine depend on besides its rotor, and what its components were built for.
 *
 * @param hubHeight      in m
 * @param shear          exponent of the wind's power law over height at the site
 * @param tilt           of the axis against the horizontal, in rad
 * @param bladeMoment    first mass moment of a blade about its root, in kg m
 * @param towerFrequency first fore-aft mode of tower and nacelle, in Hz
 * @param towerDamping   of this mode, structural and aerodynamic, as a ratio
 * @param components     with the equivalent loads of the design
 */
public record LoadDesign(double hubHeight, double shear, double tilt, double bladeMoment, double towerFrequency, double towerDamping,
                         List<ComponentDesign> components) {
    public LoadDesign {
        components = List.copyOf(components);
    }
}

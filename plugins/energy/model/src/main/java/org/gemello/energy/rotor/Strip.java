package org.gemello.energy.rotor;

import org.gemello.energy.rotor.Blade.Section;

/** What of a strip of the rotor does not change: geometry, and the exponents of Prandtl's losses without the inflow angle. */
final class Strip {
    final double radius;
    final double sinCone;
    final double cosCone;
    final double width;
    final double twist;
    final double chord;
    final double solidity;
    final double tipExponent;
    final double hubExponent;
    final Polar polar;

    Strip(Blade blade, int index) {
        Section section = blade.sections().get(index);
        radius = blade.radius(index);
        sinCone = Math.sin(blade.cone(index));
        cosCone = Math.cos(blade.cone(index));
        width = section.width();
        twist = section.twist();
        chord = section.chord();
        solidity = blade.count() * chord / (2 * Math.PI * radius);
        double half = blade.count() / 2.0;
        double hub = blade.hubRadius() * Math.cos(blade.precone());
        tipExponent = Math.max(half * (blade.reach() - radius) / radius, 0);
        hubExponent = Math.max(half * (radius - hub) / hub, 0);
        polar = section.polar();
    }
}

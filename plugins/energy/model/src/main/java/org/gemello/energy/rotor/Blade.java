package org.gemello.energy.rotor;

import java.util.List;

/**
 * Blades of a rotor as strips.
 *
 * @param count     number of blades
 * @param hubRadius where the blades begin, in m from the axis
 * @param tipRadius where they end, in m from the axis
 * @param sections  from root to tip
 */
public record Blade(int count, double hubRadius, double tipRadius, List<Section> sections) {
    public Blade {
        sections = List.copyOf(sections);
    }

    /**
     * One strip.
     *
     * @param radius middle of the strip, in m from the axis
     * @param width  length along the blade in m
     * @param twist  in rad, positive towards feather
     * @param chord  in m
     * @param polar  coefficients of its airfoil
     */
    public record Section(double radius, double width, double twist, double chord, Polar polar) {
    }
}

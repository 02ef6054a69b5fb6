package org.gemello.energy.rotor;

import java.util.List;

/**
 * Blades of a rotor as strips.
 *
 * @param count     number of blades
 * @param hubRadius where the blades begin, in m from the axis
 * @param tipRadius where they end, in m from the axis, along the unconed blade
 * @param precone   angle of the blades towards the wind, in rad
 * @param sections  from root to tip
 */
public record Blade(int count, double hubRadius, double tipRadius, double precone, List<Section> sections) {
    public Blade {
        sections = List.copyOf(sections);
    }

    /**
     * One strip.
     *
     * @param span    middle of the strip, in m from the blade's root
     * @param width   length along the blade in m
     * @param twist   in rad, positive towards feather
     * @param chord   in m
     * @param prebend of the blade's axis towards the wind, in m
     * @param polar   coefficients of its airfoil
     */
    public record Section(double span, double width, double twist, double chord, double prebend, Polar polar) {
    }

    /** Distance of a strip from the rotor's axis in m: a coned and bent blade reaches less far. */
    double radius(int index) {
        Section section = sections.get(index);
        return (hubRadius + section.span()) * Math.cos(precone) - section.prebend() * Math.sin(precone);
    }

    /** Cone angle of a strip in rad: precone and the slope of the prebend. */
    double cone(int index) {
        Section before = sections.get(Math.max(index - 1, 0));
        Section behind = sections.get(Math.min(index + 1, sections.size() - 1));
        return precone + Math.atan2(behind.prebend() - before.prebend(), behind.span() - before.span());
    }

    /** Distance of the blade's tip from the rotor's axis in m. */
    double reach() {
        double prebend = sections.get(sections.size() - 1).prebend();
        return tipRadius * Math.cos(precone) - prebend * Math.sin(precone);
    }
}

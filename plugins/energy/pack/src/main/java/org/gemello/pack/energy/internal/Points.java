package org.gemello.pack.energy.internal;

import java.util.ArrayList;
import java.util.List;
import org.gemello.api.twin.PointSpec;

/** Gathers the points of one twin type, each with its title from the texts. */
final class Points {
    private final Texts texts;
    private final String type;
    private final List<PointSpec> specs = new ArrayList<>();

    Points(Texts texts, String type) {
        this.texts = texts;
        this.type = type;
    }

    Points measured(String name, String unit, double low, double high) {
        specs.add(PointSpec.measured(name, title(name), unit, low, high));
        return this;
    }

    Points setpoint(String name, String unit, double low, double high) {
        specs.add(PointSpec.setpoint(name, title(name), unit, low, high));
        return this;
    }

    /** One of several alike: {@code A} and 3 are the point {@code A03}; the title of all is that of {@code A}, with the number. */
    Points numbered(String name, int number, String unit, double low, double high) {
        specs.add(PointSpec.measured(String.format("%s%02d", name, number), title(name) + ' ' + number, unit, low, high));
        return this;
    }

    /** One of several derived ones alike. */
    Points numbered(String name, int number, String unit) {
        specs.add(PointSpec.derived(String.format("%s%02d", name, number), title(name) + ' ' + number, unit));
        return this;
    }

    /** A document that somebody gives the twin, such as a forecast. */
    Points text(String name) {
        return measured(name, "1", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    Points derived(String name, String unit) {
        specs.add(PointSpec.derived(name, title(name), unit));
        return this;
    }

    List<PointSpec> all() {
        return specs;
    }

    private String title(String name) {
        return texts.get(type + '.' + name);
    }
}

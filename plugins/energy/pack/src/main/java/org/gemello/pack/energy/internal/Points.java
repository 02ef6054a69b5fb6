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

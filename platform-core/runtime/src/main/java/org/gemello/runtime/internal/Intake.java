package org.gemello.runtime.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.LinearScale;
import org.gemello.binding.Units;

/**
 * The door of a twin: brings samples to the names and units of its model and marks values outside the model's range as uncertain.
 * The log keeps the name and the unit in which a point was bound, so a pack may change both without touching the log or the site.
 */
final class Intake {
    /** What is done to samples of one handle; a null {@code scale} leaves the number as it is. Several handles of a place are chained. */
    private record Rule(int from, int handle, LinearScale scale, double low, double high, boolean known, Rule next) {
    }

    private final PointTable points;
    private final PointSlots slots;
    private final TwinModel model;
    private final Map<String, String> renamed;
    private final List<PointDefinition> bound;
    private Rule[] rules = new Rule[0];

    /** @param others model that served before, of which what it renamed is undone; {@link TwinModel#UNKNOWN} for none */
    Intake(RuntimeContext context, TwinId twin, TwinModel model, TwinModel others) {
        this.points = context.log().points();
        this.slots = context.slots();
        this.model = model;
        this.bound = context.bound(twin);
        this.renamed = new HashMap<>();
        others.renamed().forEach((former, present) -> renamed.put(present, former));
        renamed.putAll(model.renamed());
    }

    /** Why the model cannot read points bound like this; empty when it can. */
    Optional<String> objection() {
        for (PointDefinition definition : bound) {
            Optional<PointSpec> spec = model.point(presentName(definition.id().name()));
            if (spec.isPresent()) {
                try {
                    Units.conversion(definition.unit(), spec.get().unit());
                } catch (IllegalArgumentException e) {
                    return Optional.of("point " + definition.id() + " is bound in '" + definition.unit() + "', its model wants '"
                            + spec.get().unit() + "': " + e.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    /** The name that a point has in this model; the same where the model does not know it under another. */
    String presentName(String name) {
        String present = name;
        for (int step = 0; step <= renamed.size() && present != null; step++) {
            if (model.point(present).isPresent()) {
                return present;
            }
            present = renamed.get(present);
        }
        return name;
    }

    /** A set point as the site binds it: under its bound name, in its bound unit. */
    EffectCollector.Write toBound(EffectCollector.Write write) {
        for (PointDefinition definition : bound) {
            if (presentName(definition.id().name()).equals(write.point())) {
                String unit = model.point(write.point()).orElseThrow().unit();
                return new EffectCollector.Write(definition.id().name(), Units.conversion(unit, definition.unit()).apply(write.value()));
            }
        }
        return write;
    }

    /**
     * The batch in the model's names and units; the same object where nothing has to change.
     *
     * @param derived true for values that a version of the twin made itself: those that are no longer of the model are left out
     */
    SampleBatch toModel(SampleBatch batch, boolean derived) {
        for (int row = 0; row < batch.size(); row++) {
            if (changes(batch, row, derived)) {
                return convert(batch, derived);
            }
        }
        return batch;
    }

    private boolean changes(SampleBatch batch, int row, boolean derived) {
        Rule rule = rule(batch.handle(row));
        return rule.handle() != rule.from() || derived && !rule.known() || outside(batch.doubleValue(row), rule);
    }

    private SampleBatch convert(SampleBatch batch, boolean derived) {
        SampleBatchBuilder out = SampleBatch.builder(points, batch.size());
        long[] offsets = new long[batch.size()];
        for (int row = 0; row < batch.size(); row++) {
            Rule rule = rule(batch.handle(row));
            if (derived && !rule.known()) {
                continue;
            }
            offsets[out.size()] = batch.offset(row);
            boolean number = batch.kind(row) == ValueKind.DOUBLE || batch.kind(row) == ValueKind.LONG;
            boolean exceeds = number && outside(batch.doubleValue(row), rule) && batch.quality(row).isGood();
            int quality = exceeds ? Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED.code() : batch.qualityCode(row);
            if (number && (rule.scale() != null || exceeds)) {
                double value = scaled(batch.doubleValue(row), rule);
                out.add(rule.handle(), value, quality, batch.sourceTime(row), batch.receivedTime(row));
            } else if (batch.kind(row) == ValueKind.TEXT) {
                out.add(rule.handle(), batch.text(row), quality, batch.sourceTime(row), batch.receivedTime(row));
            } else {
                out.addBits(rule.handle(), batch.kind(row), batch.bits(row), quality, batch.sourceTime(row), batch.receivedTime(row));
            }
        }
        return out.build(offsets);
    }

    private static double scaled(double raw, Rule rule) {
        return rule.scale() == null ? raw : rule.scale().apply(raw);
    }

    private static boolean outside(double raw, Rule rule) {
        double value = scaled(raw, rule);
        return value < rule.low() || value > rule.high();
    }

    private Rule rule(int handle) {
        int slot = slots.slot(handle);
        if (slot < rules.length) {
            Rule rule = rules[slot];
            if (rule != null && rule.from() == handle) {
                return rule;
            }
        }
        return otherRule(handle, slot);
    }

    private Rule otherRule(int handle, int slot) {
        Rule first = slot < rules.length ? rules[slot] : null;
        for (Rule rule = first; rule != null; rule = rule.next()) {
            if (rule.from() == handle) {
                return rule;
            }
        }
        if (slot >= rules.length) {
            rules = Arrays.copyOf(rules, slot + 1);
        }
        rules[slot] = newRule(handle, first);
        return rules[slot];
    }

    private Rule newRule(int handle, Rule next) {
        PointDefinition definition = points.definition(handle);
        PointId id = definition.id();
        PointSpec spec = model.point(presentName(id.name())).orElse(null);
        if (spec == null) {
            boolean known = bound.stream().anyMatch(point -> point.id().equals(id));
            return new Rule(handle, handle, null, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, known, next);
        }
        LinearScale scale = Units.conversion(definition.unit(), spec.unit());
        boolean same = scale.isIdentity() && spec.name().equals(id.name());
        int target = same ? handle : points.handle(new PointDefinition(new PointId(id.twin(), spec.name()), spec.unit()));
        return new Rule(handle, target, scale.isIdentity() ? null : scale, spec.low(), spec.high(), true, next);
    }
}

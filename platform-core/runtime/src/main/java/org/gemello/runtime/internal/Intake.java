package org.gemello.runtime.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.ValueKind;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.LinearScale;
import org.gemello.binding.Units;

/**
 * The door of a twin: brings samples to the units of its model and marks values outside the model's range as uncertain.
 * The log keeps the unit in which a point was bound, so a pack may change the unit of its model without touching the log.
 */
final class Intake {
    /** What is done to samples of one handle; a null {@code scale} leaves the number as it is. */
    private record Rule(int handle, LinearScale scale, double low, double high) {
    }

    private final PointTable points;
    private final TwinModel model;
    private Rule[] rules = new Rule[0];

    Intake(PointTable points, TwinModel model) {
        this.points = points;
        this.model = model;
    }

    /** Why the model cannot read points bound like this; empty when it can. */
    Optional<String> objection(List<PointDefinition> bound) {
        for (PointDefinition definition : bound) {
            Optional<PointSpec> spec = model.point(definition.id().name());
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

    /** The batch in the model's units; the same object where nothing has to change. */
    SampleBatch toModel(SampleBatch batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (changes(batch, row)) {
                return convert(batch);
            }
        }
        return batch;
    }

    private boolean changes(SampleBatch batch, int row) {
        Rule rule = rule(batch.handle(row));
        return rule.scale() != null || outside(batch.doubleValue(row), rule);
    }

    private SampleBatch convert(SampleBatch batch) {
        SampleBatchBuilder out = SampleBatch.builder(points, batch.size());
        long[] offsets = new long[batch.size()];
        for (int row = 0; row < batch.size(); row++) {
            offsets[row] = batch.offset(row);
            Rule rule = rule(batch.handle(row));
            boolean number = batch.kind(row) == ValueKind.DOUBLE || batch.kind(row) == ValueKind.LONG;
            if (!number || !changes(batch, row)) {
                out.copy(batch, row);
                continue;
            }
            LinearScale scale = rule.scale() == null ? LinearScale.IDENTITY : rule.scale();
            double value = scale.apply(batch.doubleValue(row));
            boolean exceeds = outside(batch.doubleValue(row), rule) && batch.quality(row).isGood();
            out.add(rule.handle(), value, exceeds ? Quality.UNCERTAIN_ENGINEERING_UNITS_EXCEEDED.code() : batch.qualityCode(row),
                    batch.sourceTime(row), batch.receivedTime(row));
        }
        return out.build(offsets);
    }

    private static boolean outside(double raw, Rule rule) {
        double value = rule.scale() == null ? raw : rule.scale().apply(raw);
        return value < rule.low() || value > rule.high();
    }

    private Rule rule(int handle) {
        if (handle >= rules.length) {
            rules = Arrays.copyOf(rules, Math.max(handle + 1, points.size()));
        }
        Rule rule = rules[handle];
        if (rule == null) {
            rule = newRule(handle);
            rules[handle] = rule;
        }
        return rule;
    }

    private Rule newRule(int handle) {
        PointDefinition definition = points.definition(handle);
        PointSpec spec = model.point(definition.id().name()).orElse(null);
        if (spec == null) {
            return new Rule(handle, null, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        LinearScale scale = Units.conversion(definition.unit(), spec.unit());
        int target = points.handle(new PointDefinition(definition.id(), spec.unit()));
        return new Rule(target, scale.isIdentity() ? null : scale, spec.low(), spec.high());
    }
}

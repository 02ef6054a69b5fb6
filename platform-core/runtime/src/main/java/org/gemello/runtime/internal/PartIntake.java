package org.gemello.runtime.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.LinearScale;
import org.gemello.binding.TwinDefinition;
import org.gemello.binding.Units;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the points of its parts that a composite wants to the names and units that its model wants, and leaves the others out. It looks
 * at nothing but the log and the composite's model: so a replay gives the same, whenever the parts' packs come and whatever they become.
 */
final class PartIntake {
    private static final Logger LOG = LoggerFactory.getLogger(PartIntake.class);

    /** What is done to samples of one handle; a null {@code scale} leaves the number as it is. */
    private record Rule(int handle, LinearScale scale) {
        static final Rule LEFT_OUT = new Rule(-1, null);
    }

    private final TwinId composite;
    private final PointTable points;
    /** By part, then by any of its names. */
    private final Map<TwinId, Map<String, PartPoint>> wanted = new HashMap<>();
    /** By handle. */
    private Rule[] rules = new Rule[0];

    PartIntake(RuntimeContext context, TwinDefinition definition, TwinModel model) {
        this.composite = definition.id();
        this.points = context.log().points();
        definition.parts().forEach((role, parts) -> model.part(role).ifPresent(spec -> {
            Map<String, PartPoint> byName = new HashMap<>();
            spec.points().forEach(point -> point.former().forEach(name -> byName.put(name, point)));
            spec.points().forEach(point -> byName.put(point.name(), point));
            parts.forEach(part -> wanted.put(part, byName));
        }));
    }

    /** What the composite wants of a batch of its parts; the same object where that is all of it as it is. */
    SampleBatch toModel(SampleBatch batch) {
        for (int row = 0; row < batch.size(); row++) {
            if (rule(batch.handle(row)).handle() != batch.handle(row)) {
                return convert(batch);
            }
        }
        return batch;
    }

    private SampleBatch convert(SampleBatch batch) {
        SampleBatchBuilder out = SampleBatch.builder(points, batch.size());
        long[] offsets = new long[batch.size()];
        for (int row = 0; row < batch.size(); row++) {
            Rule rule = rule(batch.handle(row));
            if (rule.handle() < 0) {
                continue;
            }
            offsets[out.size()] = batch.offset(row);
            ValueKind kind = batch.kind(row);
            if (kind == ValueKind.TEXT) {
                out.add(rule.handle(), batch.text(row), batch.qualityCode(row), batch.sourceTime(row), batch.receivedTime(row));
            } else if (rule.scale() != null && (kind == ValueKind.DOUBLE || kind == ValueKind.LONG)) {
                out.add(rule.handle(), rule.scale().apply(batch.doubleValue(row)), batch.qualityCode(row), batch.sourceTime(row),
                        batch.receivedTime(row));
            } else {
                out.addBits(rule.handle(), kind, batch.bits(row), batch.qualityCode(row), batch.sourceTime(row), batch.receivedTime(row));
            }
        }
        return out.build(offsets);
    }

    private Rule rule(int handle) {
        if (handle >= rules.length) {
            rules = Arrays.copyOf(rules, Math.max(handle + 1, points.size()));
        }
        if (rules[handle] == null) {
            rules[handle] = newRule(handle);
        }
        return rules[handle];
    }

    private Rule newRule(int handle) {
        PointDefinition definition = points.definition(handle);
        PointId id = definition.id();
        PartPoint point = wanted.getOrDefault(id.twin(), Map.of()).get(id.name());
        if (point == null) {
            return Rule.LEFT_OUT;
        }
        try {
            LinearScale scale = Units.conversion(definition.unit(), point.unit());
            boolean same = scale.isIdentity() && point.name().equals(id.name());
            int target = same ? handle : points.handle(new PointDefinition(new PointId(id.twin(), point.name()), point.unit()));
            return new Rule(target, scale.isIdentity() ? null : scale);
        } catch (IllegalArgumentException e) {
            LOG.warn("twin {} is not given {} of its part any more, for it wants '{}' and the part now tells '{}': {}", composite, id,
                    point.unit(), definition.unit(), e.getMessage());
            return Rule.LEFT_OUT;
        }
    }
}

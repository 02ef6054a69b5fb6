package org.gemello.connector.mqtt.internal.sparkplug;

import java.util.List;
import org.gemello.binding.Units;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the unit that a device announces with the one that the binding says. */
final class EngineeringUnit {
    private static final Logger LOG = LoggerFactory.getLogger(EngineeringUnit.class);

    private EngineeringUnit() {
    }

    /**
     * Warns where a point is bound without conversion, but the device's unit would need one. A unit that is not UCUM says nothing;
     * {@code engUnit} is free text.
     */
    static void check(String announced, List<BoundMetric> points) {
        for (BoundMetric point : points) {
            if (!announced.isEmpty() && point.scale().isIdentity() && !announced.equals(point.point().unit())
                    && differs(announced, point.point().unit())) {
                LOG.warn("{}: {} comes in '{}' as the device says, but is bound without conversion as '{}'; add 'sourceUnit: {}'",
                        point.place(), point, announced, point.point().unit(), announced);
            }
        }
    }

    private static boolean differs(String announced, String unit) {
        try {
            return !Units.conversion(announced, unit).isIdentity();
        } catch (IllegalArgumentException notComparable) {
            return false;
        }
    }
}

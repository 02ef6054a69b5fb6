package org.gemello.energy.plant;

import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;

/** Lets a node's value be that of its variable, and refuses values out of range. */
final class PlantAttributes implements AttributeFilter {
    private final PlantVariable variable;

    PlantAttributes(PlantVariable variable) {
        this.variable = variable;
    }

    @Override
    public Object getAttribute(AttributeFilterContext context, AttributeId attribute) {
        return switch (attribute) {
            case Value -> variable.current();
            case AccessLevel, UserAccessLevel ->
                AccessLevel.toValue(variable.isWritable() ? AccessLevel.READ_WRITE : AccessLevel.READ_ONLY);
            default -> context.getAttribute(attribute);
        };
    }

    @Override
    public void writeAttribute(AttributeFilterContext context, AttributeId attribute, Object written) throws UaException {
        if (attribute != AttributeId.Value) {
            context.writeAttribute(attribute, written);
        } else if (((DataValue) written).value().value() instanceof Number number && isInRange(number.doubleValue())) {
            variable.write(number.doubleValue());
        } else {
            throw new UaException(StatusCodes.Bad_OutOfRange);
        }
    }

    private boolean isInRange(double value) {
        return value >= variable.tag().low() && value <= variable.tag().high();
    }
}

package org.gemello.testkit.opcua;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilter;
import org.eclipse.milo.opcua.sdk.server.nodes.filters.AttributeFilterContext;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;

/** Lets a node's value and access level be those of its variable, so that they are kept in one place. */
final class VariableAttributes implements AttributeFilter {
    private final OpcUaVariable variable;

    VariableAttributes(OpcUaVariable variable) {
        this.variable = variable;
    }

    @Override
    public Object getAttribute(AttributeFilterContext context, AttributeId attribute) {
        return switch (attribute) {
            case Value -> variable.current();
            case AccessLevel -> AccessLevel.toValue(access());
            case Historizing -> variable.history() != null;
            default -> context.getAttribute(attribute);
        };
    }

    private Set<AccessLevel> access() {
        Set<AccessLevel> access = EnumSet.copyOf(variable.isWritable() ? AccessLevel.READ_WRITE : AccessLevel.READ_ONLY);
        if (variable.history() != null) {
            access.add(AccessLevel.HistoryRead);
        }
        return access;
    }

    @Override
    public void setAttribute(AttributeFilterContext context, AttributeId attribute, Object value) {
        if (attribute == AttributeId.Value) {
            variable.written((DataValue) value);
        } else {
            context.setAttribute(attribute, value);
        }
    }
}

package org.gemello.connector.opcua.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;

/**
 * A method that is called to write a point.
 *
 * @param object its object, such as the pump
 * @param method the method itself
 * @param inputs its input arguments in order: {@value #VALUE} is the value to be written, anything else is a constant
 */
record MethodBinding(ExpandedNodeId object, ExpandedNodeId method, List<String> inputs) {
    static final String VALUE = "$value";
    static final String OBJECT_KEY = "method.object";
    static final String METHOD_KEY = "method.id";
    static final String INPUTS_KEY = "method.inputs";

    /** Empty where the binding names none. */
    static Optional<MethodBinding> of(Settings binding) {
        Optional<String> object = binding.find(OBJECT_KEY);
        Optional<String> method = binding.find(METHOD_KEY);
        if (object.isEmpty() && method.isEmpty() && binding.find(INPUTS_KEY).isEmpty()) {
            return Optional.empty();
        }
        if (object.isEmpty() || method.isEmpty()) {
            throw new ConfigurationException(binding.place(), "a method needs both 'object' and 'id', write "
                    + "'method: {object: \"ns=2;s=Pump\", id: \"ns=2;s=Pump.SetSpeed\", inputs: \"$value\"}'");
        }
        String inputs = binding.text(INPUTS_KEY, VALUE).trim();
        return Optional.of(new MethodBinding(Address.node(object.get(), binding.place(OBJECT_KEY).toString()),
                Address.node(method.get(), binding.place(METHOD_KEY).toString()),
                inputs.isEmpty() ? List.of() : Arrays.stream(inputs.split(",")).map(String::trim).toList()));
    }
}

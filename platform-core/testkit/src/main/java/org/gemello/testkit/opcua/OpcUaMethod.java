package org.gemello.testkit.opcua;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.methods.AbstractMethodInvocationHandler;
import org.eclipse.milo.opcua.sdk.server.nodes.UaMethodNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;

/** A method of the Objects folder. */
final class OpcUaMethod {
    private final String name;
    private final List<Class<?>> inputs;
    private final Function<List<Object>, Long> body;

    /** @param body takes the inputs, gives the status code of the call */
    OpcUaMethod(String name, List<Class<?>> inputs, Function<List<Object>, Long> body) {
        this.name = name;
        this.inputs = inputs;
        this.body = body;
    }

    void addTo(UaNodeContext context) {
        NodeId id = new NodeId(OpcUaTestServer.NAMESPACE_INDEX, name);
        UaMethodNode node = UaMethodNode.builder(context).setNodeId(id)
                .setBrowseName(new QualifiedName(OpcUaTestServer.NAMESPACE_INDEX, name)).setDisplayName(LocalizedText.english(name)).build();
        Argument[] arguments = new Argument[inputs.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = new Argument("in" + i, OpcUaDataType.fromBackingClass(inputs.get(i)).getNodeId(), -1, null,
                    LocalizedText.NULL_VALUE);
        }
        Handler handler = new Handler(node, arguments);
        node.setInputArguments(arguments);
        node.setInvocationHandler(handler);
        node.addReference(new Reference(id, NodeIds.HasComponent, NodeIds.ObjectsFolder.expanded(), false));
        context.getNodeManager().addNode(node);
    }

    private final class Handler extends AbstractMethodInvocationHandler {
        private final Argument[] arguments;

        Handler(UaMethodNode node, Argument[] arguments) {
            super(node);
            this.arguments = arguments;
        }

        @Override
        public Argument[] getInputArguments() {
            return arguments;
        }

        @Override
        public Argument[] getOutputArguments() {
            return new Argument[0];
        }

        @Override
        protected Variant[] invoke(InvocationContext context, Variant[] values) throws UaException {
            long status = body.apply(Arrays.stream(values).map(Variant::value).toList());
            if (status != 0) {
                throw new UaException(status);
            }
            return new Variant[0];
        }
    }
}

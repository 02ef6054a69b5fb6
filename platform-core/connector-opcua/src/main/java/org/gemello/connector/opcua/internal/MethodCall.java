package org.gemello.connector.opcua.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** One call of a method that stands for the write of a point. The server's own description of the inputs says of which types they are. */
final class MethodCall {
    private final OpcUaClient client;
    private final MethodBinding binding;

    MethodCall(OpcUaClient client, MethodBinding binding) {
        this.client = client;
        this.binding = binding;
    }

    /**
     * The request, nothing of which has changed anything yet.
     *
     * @param raw the value to be written, as the source counts it
     * @return fails with {@link IllegalArgumentException} where the inputs do not fit the method
     */
    CompletableFuture<CallMethodRequest> prepare(double raw) {
        NodeId method = node(binding.method());
        BrowseDescription properties = new BrowseDescription(method, BrowseDirection.Forward, NodeIds.HasProperty, true, Unsigned.uint(0),
                Unsigned.uint(BrowseResultMask.BrowseName.getValue()));
        return client.browseAsync(properties).thenCompose(result -> {
            ReferenceDescription[] references = result.getReferences();
            for (int i = 0; references != null && i < references.length; i++) {
                if (new QualifiedName(0, "InputArguments").equals(references[i].getBrowseName())) {
                    return read(node(references[i].getNodeId()));
                }
            }
            return CompletableFuture.completedFuture(new Argument[0]); // a method without inputs has no such property (Part 3, 5.7)
        }).thenApply(arguments -> new CallMethodRequest(node(binding.object()), method, inputs(arguments, raw)));
    }

    private CompletableFuture<Argument[]> read(NodeId property) {
        ReadValueId value = new ReadValueId(property, AttributeId.Value.uid(), null, QualifiedName.NULL_VALUE);
        return client.readAsync(0, TimestampsToReturn.Neither, List.of(value)).thenApply(response -> {
            Object described = response.getResults()[0].value().value();
            if (!(described instanceof ExtensionObject[] encoded)) {
                throw new IllegalArgumentException("the server does not describe the inputs of method " + binding.method().toParseableString());
            }
            Argument[] arguments = new Argument[encoded.length];
            for (int i = 0; i < encoded.length; i++) {
                arguments[i] = (Argument) encoded[i].decode(client.getStaticEncodingContext());
            }
            return arguments;
        });
    }

    private Variant[] inputs(Argument[] arguments, double raw) {
        List<String> given = binding.inputs();
        if (given.size() != arguments.length) {
            throw new IllegalArgumentException("method " + binding.method().toParseableString() + " takes " + arguments.length
                    + " inputs, the binding gives " + given.size());
        }
        List<Variant> inputs = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            inputs.add(input(arguments[i], given.get(i), raw));
        }
        return inputs.toArray(Variant[]::new);
    }

    private static Variant input(Argument argument, String text, double raw) {
        OpcUaDataType type = OpcUaDataType.fromNodeId(argument.getDataType());
        if (type == OpcUaDataType.String && !text.equals(MethodBinding.VALUE)) {
            return Variant.ofString(text);
        } else if (type == OpcUaDataType.LocalizedText && !text.equals(MethodBinding.VALUE)) {
            return Variant.ofLocalizedText(LocalizedText.english(text));
        }
        if (!RawValue.isWritable(type)) {
            throw new IllegalArgumentException("input '" + argument.getName() + "' is of type "
                    + argument.getDataType().toParseableString() + ", which a number cannot be given for");
        }
        return RawValue.of(number(argument, text, raw), type);
    }

    private static double number(Argument argument, String text, double raw) {
        if (text.equals(MethodBinding.VALUE)) {
            return raw;
        } else if (text.equals("true") || text.equals("false")) {
            return text.equals("true") ? 1 : 0;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("input '" + argument.getName() + "' needs a number, the binding gives '" + text + "'");
        }
    }

    private NodeId node(ExpandedNodeId id) {
        return id.toNodeId(client.getNamespaceTable())
                .orElseThrow(() -> new IllegalArgumentException("the server does not know the namespace of " + id.toParseableString()));
    }

    /** Calls the method. Fails with {@link Refused} where the server has said no. */
    CompletableFuture<Void> send(CallMethodRequest request) {
        return client.callAsync(List.of(request)).thenAccept(response -> {
            CallMethodResult result = response.getResults()[0];
            if (result.getStatusCode().isBad()) {
                throw new CompletionException(new Refused(result.getStatusCode(), why(result)));
            }
        });
    }

    private static String why(CallMethodResult result) {
        StatusCode[] inputs = result.getInputArgumentResults();
        StringBuilder why = new StringBuilder(Statuses.symbol(result.getStatusCode().value()));
        for (int i = 0; inputs != null && i < inputs.length; i++) {
            if (inputs[i].isBad()) {
                why.append("; input ").append(i + 1).append(": ").append(Statuses.symbol(inputs[i].value()));
            }
        }
        return why.toString();
    }

    /** The server's clear no: nothing was done. */
    static final class Refused extends UaException {
        private static final long serialVersionUID = 1;

        Refused(StatusCode status, String why) {
            super(status, why);
        }
    }
}

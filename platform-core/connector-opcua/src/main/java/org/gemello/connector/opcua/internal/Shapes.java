package org.gemello.connector.opcua.internal;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.core.types.DynamicStructType;
import org.eclipse.milo.opcua.sdk.core.types.DynamicUnionType;
import org.eclipse.milo.opcua.stack.core.UaSerializationException;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.UaEnumeratedType;
import org.eclipse.milo.opcua.stack.core.types.UaStructuredType;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** Arrays, matrices and structures of OPC UA, taken apart. Structures are decoded by the definition that the server gives of their type. */
final class Shapes {
    private Shapes() {
    }

    /** @throws IllegalArgumentException where it is not an array, has other dimensions or fewer elements */
    static Object element(Object value, int[] indices) {
        Object plain = plain(value);
        int[] dimensions = plain instanceof Matrix matrix ? matrix.getDimensions()
                : plain.getClass().isArray() ? new int[] {Array.getLength(plain)} : new int[0];
        if (dimensions.length != indices.length) {
            throw new IllegalArgumentException("it has " + dimensions.length + " dimensions, not " + indices.length);
        }
        int at = 0;
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] >= dimensions[i]) {
                throw new IllegalArgumentException("there is no element " + Arrays.toString(indices) + ", its dimensions are "
                        + Arrays.toString(dimensions));
            }
            at = at * dimensions[i] + indices[i];
        }
        return plain(Array.get(plain instanceof Matrix matrix ? matrix.getElements() : plain, at));
    }

    /** @throws IllegalArgumentException where it is not a structure, or has no such field */
    static Object field(Object value, String name, EncodingContext encoding) {
        Object structure = value instanceof ExtensionObject encoded ? decode(encoded, encoding) : value;
        if (structure instanceof DynamicStructType dynamic) {
            Map<String, Object> members = dynamic.getMembers();
            if (!members.containsKey(name)) {
                throw new IllegalArgumentException("the structure has no field '" + name + "', but " + members.keySet());
            }
            return plain(members.get(name));
        } else if (structure instanceof DynamicUnionType union) {
            return union.is(name) ? union.getValue().map(DynamicUnionType.UnionValue::fieldValue).map(Shapes::plain).orElse(null) : null;
        } else if (structure instanceof UaStructuredType known) {
            return plain(fieldOfKnownType(known, name));
        }
        throw new IllegalArgumentException("it is no structure but " + structure.getClass().getSimpleName());
    }

    private static UaStructuredType decode(ExtensionObject encoded, EncodingContext encoding) {
        try {
            return encoded.decode(encoding);
        } catch (UaSerializationException e) {
            throw new IllegalArgumentException("the structure cannot be decoded, the server does not define its type "
                    + encoded.getEncodingOrTypeId().toParseableString() + ": " + e.getMessage());
        }
    }

    /** A structure of the standard itself is a class with a getter for each field. */
    private static Object fieldOfKnownType(UaStructuredType structure, String name) {
        String getter = "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        try {
            return structure.getClass().getMethod(getter).invoke(structure);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalArgumentException("the structure " + structure.getClass().getSimpleName() + " has no field '" + name + "'");
        }
    }

    private static Object plain(Object value) {
        return value instanceof Variant variant ? variant.value() : value;
    }

    /** What a sample can carry of a type that is neither number, boolean nor string: enumerations as numbers, texts and times as text. */
    static Object simple(Object value) {
        if (value instanceof UaEnumeratedType enumeration) {
            return enumeration.getValue();
        } else if (value instanceof LocalizedText text) {
            return text.text() == null ? "" : text.text();
        } else if (value instanceof DateTime time) {
            return time.getJavaInstant().toString();
        } else if (value instanceof StatusCode status) {
            return status.value();
        } else if (value instanceof NodeId node) {
            return node.toParseableString();
        }
        return value;
    }
}

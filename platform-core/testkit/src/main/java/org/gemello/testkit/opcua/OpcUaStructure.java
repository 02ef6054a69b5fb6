package org.gemello.testkit.opcua;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.nodes.UaDataTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.encoding.DefaultEncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.binary.OpcUaBinaryEncoder;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.StructureType;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureDefinition;
import org.eclipse.milo.opcua.stack.core.types.structured.StructureField;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** A structure type that clients know of only by its definition in the server: fields of Double, Int32, Boolean, String, Double array or another such type. */
public final class OpcUaStructure {
    private static final int SCALAR = -1;
    private static final int ONE_DIMENSION = 1;
    private final String name;
    private final Map<String, Object> fields;

    /** @param fields name and type in order: {@code Double.class}, {@code Integer.class}, {@code Boolean.class}, {@code String.class}, {@code Double[].class} or a structure */
    OpcUaStructure(String name, Map<String, Object> fields) {
        this.name = name;
        this.fields = new LinkedHashMap<>(fields);
    }

    /** A value with a part for each field in their order; for a field of a structure type the list of its parts. */
    public ExtensionObject value(Object... parts) {
        ByteBuf buffer = Unpooled.buffer();
        encode(new OpcUaBinaryEncoder(DefaultEncodingContext.INSTANCE).setBuffer(buffer), List.of(parts));
        return ExtensionObject.of(ByteString.of(ByteBufUtil.getBytes(buffer)), encodingId());
    }

    private void encode(OpcUaBinaryEncoder encoder, List<?> parts) {
        Iterator<?> rest = parts.iterator();
        for (Object type : fields.values()) {
            Object part = rest.next();
            if (type instanceof OpcUaStructure inner) {
                inner.encode(encoder, (List<?>) part);
            } else if (part instanceof Double[] array) {
                encoder.encodeDoubleArray(null, array);
            } else if (part instanceof Double number) {
                encoder.encodeDouble(number);
            } else if (part instanceof Integer number) {
                encoder.encodeInt32(number);
            } else if (part instanceof Boolean flag) {
                encoder.encodeBoolean(flag);
            } else {
                encoder.encodeString((String) part);
            }
        }
    }

    NodeId typeId() {
        return new NodeId(OpcUaTestServer.NAMESPACE_INDEX, name);
    }

    private NodeId encodingId() {
        return new NodeId(OpcUaTestServer.NAMESPACE_INDEX, name + ".binary");
    }

    void addTo(UaNodeContext context) {
        StructureField[] defined = fields.entrySet().stream().map(field -> new StructureField(field.getKey(), LocalizedText.NULL_VALUE,
                dataType(field.getValue()), field.getValue() == Double[].class ? ONE_DIMENSION : SCALAR, null, Unsigned.uint(0), false))
                .toArray(StructureField[]::new);
        QualifiedName browseName = new QualifiedName(OpcUaTestServer.NAMESPACE_INDEX, name);
        UaDataTypeNode type = new UaDataTypeNode(context, typeId(), browseName, LocalizedText.english(name), LocalizedText.NULL_VALUE,
                Unsigned.uint(0), Unsigned.uint(0), false);
        type.setDataTypeDefinition(new StructureDefinition(encodingId(), NodeIds.Structure, StructureType.Structure, defined));
        type.addReference(new Reference(typeId(), NodeIds.HasSubtype, NodeIds.Structure.expanded(), false));
        context.getNodeManager().addNode(type);
        UaObjectNode encoding = UaObjectNode.builder(context).setNodeId(encodingId()).setBrowseName(new QualifiedName(0, "Default Binary"))
                .setDisplayName(LocalizedText.english("Default Binary")).setTypeDefinition(NodeIds.DataTypeEncodingType).build();
        encoding.addReference(new Reference(encodingId(), NodeIds.HasEncoding, typeId().expanded(), false));
        context.getNodeManager().addNode(encoding);
    }

    private static NodeId dataType(Object type) {
        if (type instanceof OpcUaStructure inner) {
            return inner.typeId();
        }
        Class<?> plain = (Class<?>) type;
        return OpcUaDataType.fromBackingClass(plain.isArray() ? plain.getComponentType() : plain).getNodeId();
    }
}

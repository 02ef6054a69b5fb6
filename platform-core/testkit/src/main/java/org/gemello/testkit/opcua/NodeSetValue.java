package org.gemello.testkit.opcua;

import java.time.Instant;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;
import org.w3c.dom.Element;

/** Values as they stand in a nodeset: simple ones, ranges and engineering units; others are left out. */
final class NodeSetValue {
    private NodeSetValue() {
    }

    /** @return null for what is left out */
    static Object of(Element value, OpcUaServer server) {
        String text = NodeSet.text(value);
        return switch (value.getLocalName()) {
            case "String" -> text;
            case "LocalizedText" -> LocalizedText.english(NodeSet.text(value, "Text"));
            case "Boolean" -> Boolean.valueOf(text);
            case "Double" -> Double.valueOf(text);
            case "Float" -> Float.valueOf(text);
            case "Byte" -> Unsigned.ubyte(Short.parseShort(text));
            case "UInt16" -> Unsigned.ushort(Integer.parseInt(text));
            case "Int32" -> Integer.valueOf(text);
            case "UInt32" -> Unsigned.uint(Long.parseLong(text));
            case "Int64" -> Long.valueOf(text);
            case "DateTime" -> new DateTime(Instant.parse(text));
            case "ExtensionObject" -> NodeSet.children(value, "Body").flatMap(NodeSet::children).findFirst()
                    .map(body -> structure(body, server)).orElse(null);
            default -> null;
        };
    }

    private static ExtensionObject structure(Element body, OpcUaServer server) {
        if (body.getLocalName().equals("Range")) {
            return ExtensionObject.encode(server.getStaticEncodingContext(), new Range(Double.valueOf(NodeSet.text(body, "Low")),
                    Double.valueOf(NodeSet.text(body, "High"))));
        } else if (body.getLocalName().equals("EUInformation")) {
            String name = NodeSet.children(body, "DisplayName").findFirst().map(shown -> NodeSet.text(shown, "Text")).orElse("");
            return ExtensionObject.encode(server.getStaticEncodingContext(), new EUInformation(NodeSet.text(body, "NamespaceUri"),
                    Integer.valueOf(NodeSet.text(body, "UnitId")), LocalizedText.english(name), LocalizedText.english(name)));
        }
        return null;
    }
}

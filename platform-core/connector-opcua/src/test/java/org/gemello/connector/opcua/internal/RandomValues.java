package org.gemello.connector.opcua.internal;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.Matrix;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.XmlElement;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Values of every built-in type of OPC UA (Part 6, 5.1.2), alone, as array and as matrix, with every status and with or without times. */
final class RandomValues {
    private final Random random;
    private final List<Supplier<Object>> kinds;

    RandomValues(Random random) {
        this.random = random;
        this.kinds = List.of(() -> null, random::nextBoolean, () -> (byte) random.nextInt(), () -> Unsigned.ubyte(random.nextInt(256)),
                () -> (short) random.nextInt(), this::unsigned16, random::nextInt, () -> Unsigned.uint(random.nextInt() & 0xFFFF_FFFFL),
                random::nextLong, () -> Unsigned.ulong(random.nextLong()), () -> Float.intBitsToFloat(random.nextInt()),
                () -> Double.longBitsToDouble(random.nextLong()), this::text, this::time,
                () -> new UUID(random.nextLong(), random.nextLong()), this::bytes, () -> new XmlElement("<a>" + random.nextInt() + "</a>"),
                this::node, () -> ExpandedNodeId.of("urn:" + random.nextInt(9), text()), this::status,
                () -> new QualifiedName(random.nextInt(9), text()), () -> LocalizedText.english(text()),
                () -> ExtensionObject.of(bytes(), node()), () -> new Variant[] {Variant.ofInt32(random.nextInt()), new Variant(text())},
                () -> random.doubles(random.nextInt(5)).boxed().toArray(Double[]::new), () -> new String[] {text(), null, text()},
                () -> Matrix.ofInt32(new Integer[][] {{random.nextInt(), 2, 3}, {4, 5, random.nextInt()}}));
    }

    DataValue next() {
        return new DataValue(new Variant(kinds.get(random.nextInt(kinds.size())).get()), status(), maybe(time()), maybe(unsigned16()),
                maybe(time()), maybe(unsigned16()));
    }

    private <T> T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    private UShort unsigned16() {
        return Unsigned.ushort(random.nextInt(65_536));
    }

    private StatusCode status() {
        return random.nextBoolean() ? StatusCode.GOOD : new StatusCode(random.nextInt() & 0xFFFF_FFFFL);
    }

    private DateTime time() {
        return new DateTime(random.nextLong());
    }

    private NodeId node() {
        return random.nextBoolean() ? new NodeId(random.nextInt(9), text()) : new NodeId(random.nextInt(9), random.nextInt(99_999));
    }

    private String text() {
        return "tëxt 文 " + random.nextInt();
    }

    private ByteString bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return ByteString.of(bytes);
    }
}

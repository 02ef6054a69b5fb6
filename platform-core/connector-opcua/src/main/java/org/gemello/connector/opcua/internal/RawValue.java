package org.gemello.connector.opcua.internal;

import java.math.BigDecimal;
import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;

/** Numbers in the data type of the node that they are written to. */
final class RawValue {
    /** Two floating-point values closer than this, relative to the larger, are the same: a server may compute in single precision. */
    private static final double RELATIVE_TOLERANCE = 1e-6;

    private RawValue() {
    }

    /** True for the types that a number can be written as. */
    static boolean isWritable(OpcUaDataType type) {
        return type != null && type.getTypeId() <= OpcUaDataType.Double.getTypeId();
    }

    /**
     * The number as that type; for integers the nearest one.
     *
     * @throws IllegalArgumentException where the type cannot hold it
     */
    static Variant of(double raw, OpcUaDataType type) {
        return switch (type) {
            case Boolean -> Variant.ofBoolean(whole(raw, 0, 1, type) == 1);
            case SByte -> Variant.ofSByte((byte) whole(raw, Byte.MIN_VALUE, Byte.MAX_VALUE, type));
            case Byte -> Variant.ofByte(Unsigned.ubyte((short) whole(raw, 0, 0xFF, type)));
            case Int16 -> Variant.ofInt16((short) whole(raw, Short.MIN_VALUE, Short.MAX_VALUE, type));
            case UInt16 -> Variant.ofUInt16(Unsigned.ushort((int) whole(raw, 0, 0xFFFF, type)));
            case Int32 -> Variant.ofInt32((int) whole(raw, Integer.MIN_VALUE, Integer.MAX_VALUE, type));
            case UInt32 -> Variant.ofUInt32(Unsigned.uint((long) whole(raw, 0, 0xFFFF_FFFFL, type)));
            case Int64 -> Variant.ofInt64((long) whole(raw, -0x1p63, Math.nextDown(0x1p63), type));
            case UInt64 -> Variant.ofUInt64(Unsigned.ulong(new BigDecimal(whole(raw, 0, Math.nextDown(0x1p64), type)).toBigInteger()));
            case Float -> Variant.ofFloat((float) within(raw, -Float.MAX_VALUE, Float.MAX_VALUE, type));
            case Double -> Variant.ofDouble(within(raw, -Double.MAX_VALUE, Double.MAX_VALUE, type));
            default -> throw new IllegalArgumentException("a number cannot be written to a node of type " + type);
        };
    }

    /** True where what was read is what was written: integers and booleans exactly, floating point within a tolerance. */
    static boolean same(Object written, Object read) {
        double a = Values.number(written);
        double b = Values.number(read);
        if (Values.isInteger(written) || written instanceof Boolean) {
            return a == b;
        }
        return Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
    }

    private static double whole(double raw, double low, double high, OpcUaDataType type) {
        return within(Math.rint(raw), low, high, type);
    }

    private static double within(double raw, double low, double high, OpcUaDataType type) {
        if (raw >= low && raw <= high) {
            return raw;
        }
        throw new IllegalArgumentException(raw + " does not fit the node's type " + type + ", which goes from " + low + " to " + high);
    }
}

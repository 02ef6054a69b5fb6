package org.gemello.connector.opcua.internal;

import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UByte;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.ULong;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.binding.LinearScale;

/** From OPC UA's values to rows of a batch. */
final class Values {
    /** 1970-01-01 in OPC UA's time: units of 100 ns since 1601-01-01 (OPC UA Part 6, 5.2.2.5). */
    private static final long EPOCH = 116_444_736_000_000_000L;
    /** What fits 64 bits of nanoseconds around 1970; a server without a clock sends 0. */
    private static final long EARLIEST = EPOCH - Long.MAX_VALUE / 100;
    private static final long LATEST = EPOCH + Long.MAX_VALUE / 100;
    /** InfoType DataValue and Overflow (OPC UA Part 4, 7.39.1). */
    private static final int OVERFLOW = 0x0480;
    private static final int INFO_TYPE_AND_OVERFLOW = 0x0C80;

    private Values() {
    }

    /**
     * Adds a row. Without scale integers stay integers; an unsigned 64-bit integer past the signed range becomes a double.
     *
     * @return false where the type cannot be read: neither number, boolean nor string
     */
    static boolean add(SampleBatchBuilder batch, int handle, LinearScale scale, Object raw, int quality, long source, long received) {
        if (raw == null) {
            batch.addNone(handle, quality, source, received);
        } else if (raw instanceof Double || raw instanceof Float) {
            batch.add(handle, scale.apply(((Number) raw).doubleValue()), quality, source, received);
        } else if (isInteger(raw)) {
            addInteger(batch, handle, scale, (Number) raw, quality, source, received);
        } else if (raw instanceof Boolean flag) {
            batch.add(handle, flag.booleanValue(), quality, source, received);
        } else if (raw instanceof String text) {
            batch.add(handle, text, quality, source, received);
        } else {
            Object simple = Shapes.simple(raw);
            return simple != raw && add(batch, handle, scale, simple, quality, source, received);
        }
        return true;
    }

    private static void addInteger(SampleBatchBuilder batch, int handle, LinearScale scale, Number raw, int quality, long source,
                                   long received) {
        boolean tooLarge = raw instanceof ULong unsigned && unsigned.toBigInteger().bitLength() >= Long.SIZE;
        if (scale.isIdentity() && !tooLarge) {
            batch.add(handle, raw.longValue(), quality, source, received);
        } else {
            batch.add(handle, scale.apply(number(raw)), quality, source, received);
        }
    }

    static boolean isInteger(Object raw) {
        return raw instanceof Integer || raw instanceof Long || raw instanceof Short || raw instanceof Byte
                || raw instanceof UInteger || raw instanceof UShort || raw instanceof UByte || raw instanceof ULong;
    }

    /** Any number or boolean as a double; NaN for everything else. */
    static double number(Object raw) {
        if (raw instanceof ULong unsigned) {
            return unsigned.toBigInteger().doubleValue();
        } else if (raw instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return raw instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The bits of a number or boolean, 0 for everything else. */
    static long bits(Object raw) {
        if (raw instanceof Double number) {
            return Double.doubleToRawLongBits(number);
        } else if (raw instanceof Float number) {
            return Float.floatToRawIntBits(number);
        } else if (raw instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return raw instanceof Number number ? number.longValue() : 0;
    }

    /** All 32 bits; a value without status is good (OPC UA Part 4, 7.11). */
    static int quality(DataValue value) {
        StatusCode status = value.statusCode();
        return status == null ? 0 : (int) status.value();
    }

    /** The server dropped values of this item before this one. */
    static boolean isOverflow(int quality) {
        return (quality & INFO_TYPE_AND_OVERFLOW) == OVERFLOW;
    }

    /** Source time, else server time, else the time of reception; nanoseconds since the epoch. */
    static long time(DataValue value, long received) {
        if (isUsable(value.sourceTime())) {
            return nanos(value.sourceTime());
        }
        return isUsable(value.serverTime()) ? nanos(value.serverTime()) : received;
    }

    /** The source time as the server gave it, {@link Item#NEVER} for none. */
    static long stamp(DataValue value) {
        return value.sourceTime() == null ? Item.NEVER : value.sourceTime().utcTime();
    }

    /** OPC UA's time of nanoseconds since the epoch, the next one before where there is none at that nanosecond. */
    static DateTime dateTime(long nanos) {
        return new DateTime(Math.floorDiv(nanos, 100L) + EPOCH);
    }

    private static boolean isUsable(DateTime time) {
        return time != null && time.utcTime() > EARLIEST && time.utcTime() < LATEST;
    }

    /** Nanoseconds since the epoch. */
    static long nanos(DateTime time) {
        return Math.multiplyExact(time.utcTime() - EPOCH, 100L);
    }
}

package org.gemello.api;

import java.util.Map;

/**
 * Quality of a value: the 32-bit OPC UA StatusCode (OPC UA Part 4, 7.39), kept unchanged from the source to the reader.
 *
 * @param code the status code; the two highest bits are the severity: 00 good, 01 uncertain, 10 and 11 bad
 */
public record Quality(int code) {
    public static final Quality GOOD = new Quality(0);
    public static final Quality UNCERTAIN = new Quality(0x40000000);
    /** The source is gone and this is the last value it gave. */
    public static final Quality UNCERTAIN_LAST_USABLE_VALUE = new Quality(0x40900000);
    /** Computed from inputs that are not all good. */
    public static final Quality UNCERTAIN_SUB_NORMAL = new Quality(0x40950000);
    public static final Quality UNCERTAIN_ENGINEERING_UNITS_EXCEEDED = new Quality(0x40940000);
    /** Told from samples of which some are bad or missing (OPC UA Part 13). */
    public static final Quality UNCERTAIN_DATA_SUB_NORMAL = new Quality(0x40A40000);
    public static final Quality BAD = new Quality(0x80000000);
    public static final Quality BAD_NO_COMMUNICATION = new Quality(0x80310000);
    public static final Quality BAD_WAITING_FOR_INITIAL_DATA = new Quality(0x80320000);
    public static final Quality BAD_OUT_OF_RANGE = new Quality(0x803C0000);
    /** Nothing is known for this time: a gap. */
    public static final Quality BAD_NO_DATA = new Quality(0x809B0000);
    public static final Quality BAD_SENSOR_FAILURE = new Quality(0x808D0000);
    public static final Quality BAD_TYPE_MISMATCH = new Quality(0x80740000);

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "Good"), Map.entry(0x40000000, "Uncertain"), Map.entry(0x40900000, "Uncertain_LastUsableValue"),
            Map.entry(0x40950000, "Uncertain_SubNormal"), Map.entry(0x40940000, "Uncertain_EngineeringUnitsExceeded"),
            Map.entry(0x40A40000, "Uncertain_DataSubNormal"), Map.entry(0x809B0000, "Bad_NoData"),
            Map.entry(0x80000000, "Bad"), Map.entry(0x80310000, "Bad_NoCommunication"),
            Map.entry(0x80320000, "Bad_WaitingForInitialData"), Map.entry(0x803C0000, "Bad_OutOfRange"),
            Map.entry(0x808D0000, "Bad_SensorFailure"), Map.entry(0x80740000, "Bad_TypeMismatch"));
    /** Structure and semantics bits, overflow and limits say nothing about which condition it is. */
    private static final int SUB_CODE = 0xFFFF0000;

    public boolean isGood() {
        return severity() == 0;
    }

    public boolean isUncertain() {
        return severity() == 1;
    }

    public boolean isBad() {
        return severity() >= 2;
    }

    /** 0 good, 1 uncertain, 2 bad. */
    public int severity() {
        return Math.min(code >>> 30, 2);
    }

    /** The worse of two; of equals the first. What a model computes carries the worst quality of its inputs. */
    public Quality worst(Quality other) {
        return other.severity() > severity() ? other : this;
    }

    /** OPC UA's symbolic name where it is a common one, else severity and number, such as {@code Bad (0x80AB0000)}. */
    public String symbol() {
        String name = NAMES.get(code & SUB_CODE);
        if (name != null) {
            return name;
        }
        return (isGood() ? "Good" : isUncertain() ? "Uncertain" : "Bad") + String.format(" (0x%08X)", code);
    }

    @Override
    public String toString() {
        return symbol();
    }
}

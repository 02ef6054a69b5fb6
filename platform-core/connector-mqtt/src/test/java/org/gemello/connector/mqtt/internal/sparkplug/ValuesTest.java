package org.gemello.connector.mqtt.internal.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.connector.mqtt.internal.sparkplug.HostUnderTest.DEVICE;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.aliased;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.bytes;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.metric;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.number;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.payload;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.quality;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.real;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.template;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.gemello.api.Quality;
import org.gemello.api.Times;
import org.gemello.binding.LinearScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every data type of Sparkplug 3.0.0, 6.4.16 and 6.4.17, as another encoder writes it. */
class ValuesTest {

    private static HostUnderTest bound(String metric) {
        HostUnderTest plant = new HostUnderTest().bind(DEVICE, "p", metric).open();
        plant.send("NBIRTH", "", payload(0));
        return plant;
    }

    static Stream<Arguments> scalars() {
        return Stream.of(
                Arguments.of(number("m", DataType.Int8, -7), -7L),
                Arguments.of(number("m", DataType.Int8, 0xF9), -7L),
                Arguments.of(number("m", DataType.Int16, -30_000), -30_000L),
                Arguments.of(number("m", DataType.Int32, Integer.MIN_VALUE), (long) Integer.MIN_VALUE),
                Arguments.of(number("m", DataType.Int32, -5L), -5L),
                Arguments.of(number("m", DataType.Int64, Long.MIN_VALUE), Long.MIN_VALUE),
                Arguments.of(number("m", DataType.UInt8, 255), 255L),
                Arguments.of(number("m", DataType.UInt16, 65_535), 65_535L),
                Arguments.of(number("m", DataType.UInt32, -1), 0xFFFF_FFFFL),
                Arguments.of(number("m", DataType.UInt32, 4_000_000_000L), 4_000_000_000L),
                Arguments.of(number("m", DataType.UInt64, Long.MAX_VALUE), Long.MAX_VALUE),
                Arguments.of(number("m", DataType.UInt64, -1L), 0x1p64),
                Arguments.of(metric("m", DataType.Float).setFloatValue(1.5f), 1.5),
                Arguments.of(real("m", -2.25e300), -2.25e300),
                Arguments.of(metric("m", DataType.Boolean).setBooleanValue(true), true),
                Arguments.of(metric("m", DataType.String).setStringValue("läuft"), "läuft"),
                Arguments.of(metric("m", DataType.Text).setStringValue(""), ""),
                Arguments.of(metric("m", DataType.UUID).setStringValue("0f8fad5b"), "0f8fad5b"),
                Arguments.of(number("m", DataType.DateTime, 1_795_290_300_250L), 1_795_290_300_250L),
                Arguments.of(bytes("m", DataType.Bytes, new byte[] {1, 2, 3}), "AQID"),
                Arguments.of(bytes("m", DataType.File, new byte[] {1, 2, 3}), "AQID"),
                Arguments.of(metric("m", DataType.Int32).setIsNull(true), Quality.BAD),
                Arguments.of(real("m", Double.NaN), Quality.BAD));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void isTakenAsItsType(Payload.Metric.Builder metric, Object expected) {
        HostUnderTest plant = bound("m");
        assertThat(plant.send("DBIRTH", "press", payload(1, metric))).isEmpty();
        Payload.Metric.Builder bare = metric.clone().clearDatatype(); // data messages need not repeat the type
        assertThat(plant.send("DDATA", "press", payload(2, bare))).isEmpty();
        assertThat(plant.values("p")).containsExactly(expected, expected);
    }

    static Stream<Arguments> arrays() {
        return Stream.of(
                Arguments.of(DataType.Int8Array, new byte[] {0, -1}, -1L),
                Arguments.of(DataType.UInt8Array, new byte[] {0, -1}, 255L),
                Arguments.of(DataType.Int16Array, packed(4).putShort((short) 1).putShort((short) -2).array(), -2L),
                Arguments.of(DataType.UInt16Array, packed(4).putShort((short) 1).putShort((short) -2).array(), 65_534L),
                Arguments.of(DataType.Int32Array, packed(8).putInt(1).putInt(-3).array(), -3L),
                Arguments.of(DataType.UInt32Array, packed(8).putInt(1).putInt(-1).array(), 0xFFFF_FFFFL),
                Arguments.of(DataType.Int64Array, packed(16).putLong(1).putLong(-4).array(), -4L),
                Arguments.of(DataType.UInt64Array, packed(16).putLong(1).putLong(-1).array(), 0x1p64),
                Arguments.of(DataType.FloatArray, packed(8).putFloat(1).putFloat(2.5f).array(), 2.5),
                Arguments.of(DataType.DoubleArray, packed(16).putDouble(1).putDouble(-2.5).array(), -2.5),
                Arguments.of(DataType.BooleanArray, packed(6).putInt(12).put(new byte[] {0x40, 0}).array(), true),
                Arguments.of(DataType.StringArray, "ab\0cd\0".getBytes(StandardCharsets.UTF_8), "cd"),
                Arguments.of(DataType.DateTimeArray, packed(16).putLong(1).putLong(99).array(), 99L));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void isTakenFromItsPlaceInAnArray(DataType type, byte[] packed, Object expected) {
        HostUnderTest plant = bound("m[1]");
        assertThat(plant.send("DBIRTH", "press", payload(1, bytes("m", type, packed).setAlias(4)))).isEmpty();
        Payload.Metric.Builder data = bytes("m", type, packed).clearName().clearDatatype().setAlias(4);
        assertThat(plant.send("DDATA", "press", payload(2, data))).isEmpty();
        assertThat(plant.values("p")).containsExactly(expected, expected);
    }

    private static ByteBuffer packed(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void anArrayThatIsTooShortIsNamed() {
        HostUnderTest plant = bound("m[3]");
        String trouble = plant.send("DBIRTH", "press", payload(1, bytes("m", DataType.Int8Array, new byte[] {0, -1})));
        assertThat(trouble).contains("metric 'm[3]' of press/p", "2 elements");
        assertThat(plant.send("DDATA", "press", payload(2, bytes("m", DataType.StringArray, new byte[] {1, 2})))).contains("0 elements");
        byte[] liar = packed(4).putInt(-1).array();
        assertThat(plant.send("DDATA", "press", payload(3, bytes("m", DataType.BooleanArray, liar)))).contains("announces 4294967295");
        assertThat(plant.send("DDATA", "press", payload(4, bytes("m", DataType.Int32Array, new byte[3])))).contains("no multiple of 4");
    }

    @Test
    void whatNoPointCanHoldIsRefusedByName() {
        HostUnderTest plant = bound("m");
        Payload.DataSet.Builder table = Payload.DataSet.newBuilder().setNumOfColumns(1).addColumns("a").addTypes(3);
        Payload.Metric.Builder set = metric("m", DataType.DataSet).setDatasetValue(table);
        assertThat(plant.send("DBIRTH", "press", payload(1, set, real("other", 1)))).contains("metric 'm' of press/p", "DataSet");
        assertThat(plant.send("DDATA", "press", payload(2, bytes("m", DataType.Int8Array, new byte[2])))).contains("m[0]");
        assertThat(plant.send("DDATA", "press", payload(3, template("m", real("x", 1)).clearDatatype()))).contains("m/member");
        assertThat(plant.send("DDATA", "press", payload(4, metric("m", DataType.Int32)))).contains("neither a value nor is_null");
        assertThat(plant.values("p")).isEmpty();
    }

    @Test
    void membersOfATemplateAreMetrics() {
        HostUnderTest plant = bound("Motor 1/Winding/Temperature");
        Payload.Metric.Builder birth = template("Motor 1", real("Speed", 9), template("Winding", real("Temperature", 60))).setAlias(3);
        assertThat(plant.send("DBIRTH", "press", payload(1, birth))).isEmpty();
        Payload.Metric.Builder data = template("", template("Winding", real("Temperature", 61))).clearName().setAlias(3);
        assertThat(plant.send("DDATA", "press", payload(2, data))).isEmpty();
        assertThat(plant.values("p")).containsExactly(60.0, 61.0);
    }

    @Test
    void templatesThatAreNestedTooDeeplyAreRefused() {
        Payload.Metric.Builder deep = real("x", 1);
        for (int i = 0; i < 100; i++) {
            deep = template("t", deep);
        }
        assertThat(bound("m").send("DBIRTH", "press", payload(1, deep, real("m", 1)))).contains("nested deeper than 8");
    }

    @Test
    void keepsSourceTimeAndQuality() {
        HostUnderTest plant = bound("m");
        plant.send("DBIRTH", "press", payload(1, real("m", 1)));
        assertThat(Times.instant(plant.last().sourceTime(0))).isEqualTo(Instant.ofEpochMilli(Tahu.NOW));
        plant.send("DDATA", "press", payload(2, quality(real("m", 1), 500).setTimestamp(Tahu.NOW - 250)));
        assertThat(Times.instant(plant.last().sourceTime(0))).isEqualTo(Instant.ofEpochMilli(Tahu.NOW - 250));
        assertThat(plant.lastQuality()).isEqualTo(Quality.UNCERTAIN_LAST_USABLE_VALUE);
        plant.send("DDATA", "press", payload(3, Tahu.unit(quality(real("m", 1), 0), "bar")));
        assertThat(plant.lastQuality()).isEqualTo(Quality.BAD);
        plant.send("DDATA", "press", payload(4, quality(Tahu.unit(real("m", 1), "bar"), 192)));
        assertThat(plant.lastQuality()).isEqualTo(Quality.GOOD);
        plant.send("DDATA", "press", payload(5, quality(real("m", 1), 0x44)));
        assertThat(plant.lastQuality()).isEqualTo(Quality.UNCERTAIN);
        assertThat(plant.send("DDATA", "press", payload(6, real("m", 1).setTimestamp(-1)))).contains("18446744073709551615");
        plant.send("DDATA", "press", payload(7, quality(real("m", 1).clearDoubleValue().setIsNull(true), 500)));
        assertThat(plant.lastQuality()).isEqualTo(Quality.BAD);
    }

    @Test
    void scalesNumbersAndRefusesToScaleWhatIsNone() {
        HostUnderTest plant = new HostUnderTest().bind(DEVICE, "p", "m", new LinearScale(0.1, 5), false).open();
        plant.send("NBIRTH", "", payload(0));
        plant.send("DBIRTH", "press", payload(1, number("m", DataType.Int16, 100)));
        assertThat(plant.values("p")).containsExactly(15.0);
        assertThat(plant.send("DDATA", "press", payload(2, metric("m", DataType.String).setStringValue("on")))).contains("scaled");
        assertThat(plant.send("DDATA", "press", payload(3, metric("m", DataType.Boolean).setBooleanValue(true)))).contains("scaled");
    }

    @Test
    void historicalValuesAreBackfill() {
        HostUnderTest plant = bound("m");
        plant.send("DBIRTH", "press", payload(1, real("m", 1).setAlias(7)));
        plant.send("DDATA", "press", payload(2, aliased(7, 2).setIsHistorical(true).setTimestamp(Tahu.NOW - 60_000), aliased(7, 3)));
        assertThat(plant.values("p")).containsExactly(1.0, 3.0);
        assertThat(plant.historical("p")).containsExactly(2.0);
    }

    @Test
    void historicalValuesThatCouldNotBeStoredAreToldAgain() {
        HostUnderTest plant = bound("m");
        plant.send("DBIRTH", "press", payload(1, real("m", 1)));
        plant.storing = false;
        plant.send("DDATA", "press", payload(2, real("m", 2).setIsHistorical(true)));
        assertThat(plant.historical("p")).isEmpty();
        plant.storing = true;
        plant.reopen();
        plant.elapse(Duration.ZERO);
        assertThat(plant.historical("p")).containsExactly(2.0);
    }
}

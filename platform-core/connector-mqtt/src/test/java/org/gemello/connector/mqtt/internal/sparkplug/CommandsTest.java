package org.gemello.connector.mqtt.internal.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.connector.mqtt.internal.sparkplug.HostUnderTest.DEVICE;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.metric;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.payload;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.gemello.api.PointId;
import org.gemello.binding.LinearScale;
import org.gemello.connector.mqtt.internal.Message;
import org.gemello.connector.mqtt.internal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands, read by Tahu's classes. */
class CommandsTest {
    private static final PointId POINT = PointId.parse("press/p");

    private static HostUnderTest plant(Payload.Metric.Builder birth, LinearScale scale) {
        HostUnderTest plant = new HostUnderTest().bind(DEVICE, "p", "m", scale, true).open();
        plant.send("NBIRTH", "", payload(0));
        plant.send("DBIRTH", "press", payload(1, birth.setIsNull(true)));
        return plant;
    }

    private static Message write(HostUnderTest plant, double value) throws Refusal {
        return plant.host.target(POINT).orElseThrow().message(value);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(DataType.Int8, -7.0, (long) -7 & 0xFFFF_FFFFL),
                Arguments.of(DataType.UInt16, 65_535.0, 65_535L),
                Arguments.of(DataType.UInt32, 4e9, 4_000_000_000L),
                Arguments.of(DataType.Int64, -0x1p63, Long.MIN_VALUE),
                Arguments.of(DataType.UInt64, 0x1p63, Long.MIN_VALUE),
                Arguments.of(DataType.DateTime, 1e12, 1_000_000_000_000L),
                Arguments.of(DataType.Float, 1.5, 1.5f),
                Arguments.of(DataType.Double, -1.25, -1.25),
                Arguments.of(DataType.Boolean, 1.0, true));
    }

    @ParameterizedTest
    @MethodSource("values")
    void hasTheTypeOfTheBirth(DataType type, double value, Object expected) throws Exception {
        Message message = write(plant(metric("m", type), LinearScale.IDENTITY), value);
        assertThat(message.topic()).isEqualTo("spBv1.0/plant/DCMD/line-1/press");
        Payload.Metric metric = Payload.parseFrom(message.payload()).getMetrics(0);
        assertThat(metric.getDatatype()).isEqualTo(type.getNumber());
        assertThat(metric.getName()).isEqualTo("m");
        assertThat(content(metric)).isEqualTo(expected);
    }

    private static Object content(Payload.Metric metric) {
        return switch (metric.getValueCase()) {
            case INT_VALUE -> metric.getIntValue() & 0xFFFF_FFFFL;
            case LONG_VALUE -> metric.getLongValue();
            case FLOAT_VALUE -> metric.getFloatValue();
            case DOUBLE_VALUE -> metric.getDoubleValue();
            default -> metric.getBooleanValue();
        };
    }

    @Test
    void namesTheMetricByItsAliasWhereItHasOne() throws Exception {
        Payload.Metric metric = Payload.parseFrom(write(plant(metric("m", DataType.Int32).setAlias(12), new LinearScale(0.1, 0)), 0.3)
                .payload()).getMetrics(0);
        assertThat(metric.getAlias()).isEqualTo(12);
        assertThat(metric.hasName()).isFalse();
        assertThat(metric.getIntValue()).isEqualTo(3);
    }

    static Stream<Arguments> impossible() {
        return Stream.of(Arguments.of(DataType.Int8, 128), Arguments.of(DataType.UInt32, -1), Arguments.of(DataType.Int32, 0.5),
                Arguments.of(DataType.Boolean, 2), Arguments.of(DataType.String, 1), Arguments.of(DataType.Float, 1e300),
                Arguments.of(DataType.Int64, 0x1p63), Arguments.of(DataType.UInt64, 0x1p64));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void refusesWhatTheTypeDoesNotHave(DataType type, double value) {
        HostUnderTest plant = plant(metric("m", type), LinearScale.IDENTITY);
        assertThatThrownBy(() -> write(plant, value)).isInstanceOf(Refusal.class).hasMessageContaining("metric 'm' is");
    }

    @Test
    void refusesWhereTheDeviceOrTheMetricIsNotThere() {
        HostUnderTest plant = plant(metric("other", DataType.Int32), LinearScale.IDENTITY);
        assertThatThrownBy(() -> write(plant, 1)).hasMessageContaining("metric 'm' of press/p is not in the birth of plant/line-1/press");
        plant.send("DDEATH", "press", payload(2));
        assertThatThrownBy(() -> write(plant, 1)).hasMessageContaining("plant/line-1/press is not there");
    }

    @Test
    void onlyWhatTheBindingAllowsIsWritten() {
        HostUnderTest plant = new HostUnderTest().bind(DEVICE, "p", "m", LinearScale.IDENTITY, false).open();
        assertThat(plant.host.target(POINT)).isEqualTo(Optional.empty());
    }
}

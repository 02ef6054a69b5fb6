package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.milo.opcua.stack.core.OpcUaDataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawValueTest {

    @ParameterizedTest
    @CsvSource({"Boolean, 1, true", "SByte, -128, -128", "Byte, 255, 255", "Int16, 1.4, 1", "UInt16, 65535, 65535", "Int32, -2.6, -3",
        "UInt32, 4294967295, 4294967295", "Int64, 9007199254740992, 9007199254740992", "UInt64, 18446744073709549568, 18446744073709549568",
        "Float, 0.5, 0.5", "Double, 1e300, 1.0E300"})
    void aNumberBecomesTheNodesType(OpcUaDataType type, double number, String text) {
        Object raw = RawValue.of(number, type).value();
        assertThat(OpcUaDataType.fromBackingClass(raw.getClass())).isEqualTo(type);
        assertThat(raw).hasToString(text);
        assertThat(RawValue.same(raw, raw)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Boolean, 2", "SByte, 128", "Byte, -1", "Int16, 40000", "UInt16, 65536", "Int32, 3e9", "UInt32, -1", "Int64, 9.3e18",
        "UInt64, 1.9e19", "Float, 1e39", "Double, NaN", "String, 1"})
    void whatDoesNotFitIsRefused(OpcUaDataType type, double number) {
        assertThatThrownBy(() -> RawValue.of(number, type)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(type.name());
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000.0005, true", "1000, 1000.01, false", "0, 0, true", "0, 1e-9, false", "-5, 5, false"})
    void floatingPointIsComparedWithATolerance(double written, double read, boolean same) {
        assertThat(RawValue.same(written, read)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"7, 7, true", "1000000000, 1000000001, false"})
    void integersAreComparedExactly(int written, int read, boolean same) {
        assertThat(RawValue.same(written, read)).isEqualTo(same);
    }
}

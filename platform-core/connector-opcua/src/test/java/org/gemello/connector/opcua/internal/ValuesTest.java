package org.gemello.connector.opcua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.gemello.api.Times;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final long RECEIVED = Times.nanos(Instant.parse("2026-06-01T12:00:00Z"));
    private static final DateTime SERVER = new DateTime(Instant.parse("2026-06-01T11:59:59Z"));

    private static DataValue at(DateTime source, DateTime server) {
        return new DataValue(new Variant(1.0), StatusCode.GOOD, source, server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-01T11:59:58.1234567Z", "1970-01-01T00:00:00Z", "1700-01-01T00:00:00Z", "2261-12-31T23:59:59.9999999Z"})
    void theSourceTimeIsKeptToTheHundredNanoseconds(String time) {
        assertThat(Values.time(at(new DateTime(Instant.parse(time)), SERVER), RECEIVED)).isEqualTo(Times.nanos(Instant.parse(time)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE, Long.MIN_VALUE, 1})
    void aTimeThatCannotBeIsNoTime(long utc) {
        assertThat(Values.time(at(new DateTime(utc), SERVER), RECEIVED)).isEqualTo(Times.nanos(SERVER.getJavaInstant()));
        assertThat(Values.time(at(null, new DateTime(utc)), RECEIVED)).isEqualTo(RECEIVED);
    }

    @ParameterizedTest
    @CsvSource({"0x00000480, true", "0x40A40580, true", "0x00000080, false", "0x00000880, false", "0x00000400, false", "0x00000000, false"})
    void anOverflowIsTheBitTogetherWithTheInfoTypeDataValue(String status, boolean overflow) {
        assertThat(Values.isOverflow(Long.decode(status).intValue())).isEqualTo(overflow);
    }

    @Test
    void allBitsOfTheStatusAreKept() {
        assertThat(Values.quality(new DataValue(new Variant(1.0), new StatusCode(0x80AB0480L)))).isEqualTo(0x80AB0480);
    }
}

package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.ConnectionView;
import org.junit.jupiter.api.Test;

class ConnectionTableTest {

    @Test
    void showsStateAndFigures() {
        Instant since = Instant.parse("2026-03-01T11:00:00Z");
        Table table = ConnectionTable.of(List.of(
                new ConnectionView("mast", "mqtt", "tcp://localhost:1883", ConnectionState.DISCONNECTED, "connection refused", since, 2,
                        0, 0, null),
                new ConnectionView("plant", "opcua", "opc.tcp://localhost:4840", ConnectionState.CONNECTED, "", since, 40, 123456, 3,
                        since.plusSeconds(3595))), since.plusSeconds(3600));
        assertThat(table.headings()).containsExactly("Connection", "Kind", "Endpoint", "State", "Since", "Points", "Received", "Refused",
                "Last data", "Reason");
        assertThat(table.rows()).containsExactly(
                List.of("mast", "mqtt", "tcp://localhost:1883", "DISCONNECTED", "2026-03-01T11:00:00Z", "2", "0", "0", "-",
                        "connection refused"),
                List.of("plant", "opcua", "opc.tcp://localhost:4840", "CONNECTED", "2026-03-01T11:00:00Z", "40", "123456", "3", "5.0 s",
                        "-"));
    }
}

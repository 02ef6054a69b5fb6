package org.gemello.exchange.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.exchange.FileFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files as DuckDB understands them, which shares no code with us. */
class OtherReaderTest {
    @TempDir
    Path folder;
    private Path csv;
    private Path parquet;

    @BeforeEach
    void write() throws IOException {
        csv = folder.resolve("samples.csv");
        parquet = folder.resolve("samples.parquet");
        Rows.write(FileFormat.CSV, Table.SAMPLES, csv, Rows.samples());
        Rows.write(FileFormat.PARQUET, Table.SAMPLES, parquet, Rows.samples());
    }

    private static List<List<Object>> ask(String question) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(question)) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    @Test
    void parquetHasTheTypesThatAreDocumented() throws SQLException {
        assertThat(ask("describe select * from '" + parquet + "'").stream().map(row -> row.get(0) + " " + row.get(1)).toList()).containsExactly(
                "point VARCHAR", "source_time TIMESTAMP WITH TIME ZONE", "value_double DOUBLE", "value_long BIGINT", "value_boolean BOOLEAN",
                "value_text VARCHAR", "unit VARCHAR", "quality UINTEGER", "received_time TIMESTAMP WITH TIME ZONE", "offset BIGINT", "trace VARCHAR");
        assertThat(ask("select distinct compression from parquet_metadata('" + parquet + "')")).containsExactly(List.of("ZSTD"));
    }

    @Test
    void parquetHasTheValues() throws SQLException {
        assertThat(ask("select value_double from '" + parquet + "' where value_double is not null").stream().map(row -> row.get(0)).toList())
                .containsExactly(1.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.1 + 0.2, 1.0);
        assertThat(ask("select value_text from '" + parquet + "' where value_text is not null").stream().map(row -> row.get(0)).toList())
                .containsExactly("", "a \"quoted\", text\r\nwith lines; =1+1", "Grüße, 水位 🌊");
        assertThat(ask("select value_long from '" + parquet + "' where value_long is not null").stream().map(row -> row.get(0)).toList())
                .containsExactly(Long.MIN_VALUE, 9007199254740993L);
        assertThat(ask("select count(*), count(value_boolean), min(quality), max(quality) from '" + parquet + "'"))
                .containsExactly(List.of(15L, 2L, 0L, 0x80310000L));
        // DuckDB has microseconds only
        assertThat(ask("select epoch_us(min(source_time)), epoch_us(max(received_time)) from '" + parquet + "' where \"offset\" is not null"))
                .containsExactly(List.of(1772366400123456L, 1772366413123456L));
    }

    @Test
    void csvHasTheSame() throws SQLException {
        String table = "read_csv('" + csv + "', header=true, delim=',', quote='\"', escape='\"', all_varchar=true, strict_mode=true)";
        assertThat(ask("select source_time, value_kind, value, quality from " + table).subList(11, 13)).containsExactly(
                List.of("2026-03-01T12:00:00.123456800Z", "text", "a \"quoted\", text\r\nwith lines; =1+1", "0x80310000"),
                List.of("2026-03-01T12:00:00.123456801Z", "text", "Grüße, 水位 🌊", "0x00000000"));
        assertThat(ask("select cast(value as double) from " + table + " where value_kind = 'double'").stream().map(row -> row.get(0)).toList())
                .containsExactly(1.5, -0.0, Double.NaN, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.1 + 0.2, 1.0);
    }
}

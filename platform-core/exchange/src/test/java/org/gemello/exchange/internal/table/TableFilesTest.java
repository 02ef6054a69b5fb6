package org.gemello.exchange.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.exchange.FileFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void samplesComeBackToTheLastBit(FileFormat format) throws IOException {
        Path file = folder.resolve("samples." + format.suffix());
        Rows.write(format, Table.SAMPLES, file, Rows.samples());
        List<ReadRow> read = Rows.read(format, Table.SAMPLES, file);
        assertThat(read).allMatch(ReadRow::isGood);
        assertThat(read.stream().map(ReadRow::values).toArray(Object[][]::new)).isDeepEqualTo(Rows.samples().toArray(Object[][]::new));
    }

    @ParameterizedTest
    @EnumSource
    void everyTableHoldsARowOfItsColumns(FileFormat format) throws IOException {
        for (Table table : Table.values()) {
            Object[] row = table.columns().stream().map(TableFilesTest::someValue).toArray();
            List<Object[]> rows = new ArrayList<>();
            rows.add(row);
            Path file = folder.resolve(table.fileName() + "." + format.suffix());
            Rows.write(format, table, file, rows);
            assertThat(Rows.read(format, table, file)).singleElement().extracting(ReadRow::values).isEqualTo(row);
            assertThat(Table.of(file.getFileName().toString())).contains(table);
        }
    }

    private static Object someValue(Column column) {
        return switch (column.type()) {
            case TEXT -> "text of " + column.name();
            case TIME -> Instant.parse("2026-01-02T03:04:05.000000006Z");
            case LONG -> 42L;
            case DOUBLE -> 0.1;
            case STATUS -> 0x40950000;
            case VALUE -> 7.25;
        };
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyTableIsAFileToo(FileFormat format) throws IOException {
        Path file = folder.resolve("gaps." + format.suffix());
        Rows.write(format, Table.GAPS, file, List.of());
        assertThat(Rows.read(format, Table.GAPS, file)).isEmpty();
    }
}

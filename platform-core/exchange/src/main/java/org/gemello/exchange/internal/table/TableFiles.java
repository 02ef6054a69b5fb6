package org.gemello.exchange.internal.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.gemello.api.exchange.FileFormat;
import org.gemello.exchange.internal.csv.CsvTableReader;
import org.gemello.exchange.internal.csv.CsvTableWriter;
import org.gemello.exchange.internal.parquet.ParquetTableReader;
import org.gemello.exchange.internal.parquet.ParquetTableWriter;

/** Opens the file of a table in its format. */
public final class TableFiles {
    private TableFiles() {
    }

    /** Name of a table's file. */
    public static String name(Table table, FileFormat format) {
        return table.fileName() + "." + format.suffix();
    }

    /** @throws IllegalArgumentException where the name has the ending of no format */
    public static FileFormat format(String name) {
        for (FileFormat format : FileFormat.values()) {
            if (name.toLowerCase(Locale.ROOT).endsWith("." + format.suffix())) {
                return format;
            }
        }
        throw new IllegalArgumentException(name + " ends neither in .csv nor in .parquet");
    }

    public static TableWriter writer(Table table, FileFormat format, Path folder) throws IOException {
        Path file = folder.resolve(name(table, format));
        return format == FileFormat.CSV ? new CsvTableWriter(table, file) : new ParquetTableWriter(table, file);
    }

    /** @throws IOException where it is not such a table */
    public static TableReader reader(Table table, Path file) throws IOException {
        return format(file.getFileName().toString()) == FileFormat.CSV ? new CsvTableReader(table, file) : new ParquetTableReader(table, file);
    }
}

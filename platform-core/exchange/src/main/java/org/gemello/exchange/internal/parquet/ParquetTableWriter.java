package org.gemello.exchange.internal.parquet;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.gemello.exchange.internal.table.Table;
import org.gemello.exchange.internal.table.TableWriter;

/** A table as Parquet (format 1.0 pages, ZSTD), in row groups of some {@value #ROW_GROUP} bytes: that much is held in memory. */
public final class ParquetTableWriter implements TableWriter {
    private static final long ROW_GROUP = 16L << 20;
    private final ParquetWriter<Object[]> writer;

    public ParquetTableWriter(Table table, Path path) throws IOException {
        writer = new Builder(table, new LocalOutputFile(path)).withConf(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs()).withCompressionCodec(CompressionCodecName.ZSTD).withRowGroupSize(ROW_GROUP)
                .withPageWriteChecksumEnabled(true).withWriteMode(ParquetFileWriter.Mode.OVERWRITE).build();
    }

    @Override
    public void write(Object... row) throws IOException {
        writer.write(row);
    }

    @Override
    public long bytes() {
        return writer.getDataSize();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    /** Parquet wants its builder to be extended. */
    private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
        private final Table table;

        Builder(Table table, OutputFile file) {
            super(file);
            this.table = table;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new RowWriter(table);
        }

        @Override
        protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
            return new RowWriter(table);
        }
    }
}

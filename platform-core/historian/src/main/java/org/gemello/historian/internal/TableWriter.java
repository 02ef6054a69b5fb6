package org.gemello.historian.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.tsfile.file.metadata.IDeviceID;
import org.apache.tsfile.file.metadata.TableSchema;
import org.apache.tsfile.write.chunk.AlignedChunkWriterImpl;
import org.apache.tsfile.write.schema.IMeasurementSchema;
import org.apache.tsfile.write.writer.TsFileIOWriter;

/** Writes a TsFile of our tables, one series after the other. */
final class TableWriter implements Closeable {
    private final ChecksumOutput output;
    private final TsFileIOWriter file;

    /** Writes the value of the row at a place in the chunk into the next column. */
    interface Cell {
        void write(AlignedChunkWriterImpl chunk, long key, int i);
    }

    /** A column of a series and where its values come from. */
    record Field(IMeasurementSchema schema, Cell cell) {
    }

    TableWriter(Path path, List<TableSchema> tables) throws IOException {
        output = new ChecksumOutput(path);
        file = new TsFileIOWriter(output);
        tables.forEach(file.getSchema()::registerTableSchema);
    }

    /** Writes a series as one chunk; its keys rise. */
    void series(IDeviceID series, List<Field> fields, long[] keys) throws IOException {
        AlignedChunkWriterImpl chunk = new AlignedChunkWriterImpl(FileLayout.TIME.schema(DeltaSize.bits(keys), keys.length),
                fields.stream().map(Field::schema).toList());
        for (int i = 0; i < keys.length; i++) {
            for (Field field : fields) {
                field.cell().write(chunk, keys[i], i);
            }
            chunk.write(keys[i]);
        }
        file.startChunkGroup(series);
        chunk.writeToFileWriter(file);
        file.endChunkGroup();
    }

    /** Completes the file, on disk when this returns; gives its CRC-32C. */
    int finish() throws IOException {
        file.endFile();
        return output.checksum();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}

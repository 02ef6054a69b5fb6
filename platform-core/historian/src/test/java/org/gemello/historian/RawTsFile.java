package org.gemello.historian;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.tsfile.encoding.encoder.Encoder;
import org.apache.tsfile.enums.TSDataType;
import org.apache.tsfile.file.metadata.IDeviceID;
import org.apache.tsfile.file.metadata.enums.CompressionType;
import org.apache.tsfile.file.metadata.enums.TSEncoding;
import org.apache.tsfile.write.chunk.AlignedChunkWriterImpl;
import org.apache.tsfile.write.schema.IMeasurementSchema;
import org.apache.tsfile.write.schema.MeasurementSchema;
import org.apache.tsfile.write.writer.TsFileIOWriter;

/**
 * The raw counterpart: TsFile's own chunk writers, one per series, fed with the same rows (time, value, quality, received time) in
 * the order in which they come, and written as one file at the end. Nothing is checked, merged, summed up or synced, and nothing
 * can be asked meanwhile.
 */
final class RawTsFile {
    private final AlignedChunkWriterImpl[] chunks;

    RawTsFile(PlantSignals.Kind kind, int series) {
        IMeasurementSchema time = new MeasurementSchema("", TSDataType.INT64, TSEncoding.TS_2DIFF, CompressionType.UNCOMPRESSED);
        IMeasurementSchema value = kind.hasDecimals()
                ? new MeasurementSchema("value", TSDataType.DOUBLE, TSEncoding.TS_2DIFF, CompressionType.UNCOMPRESSED,
                        Map.of(Encoder.MAX_POINT_NUMBER, "2"))
                : new MeasurementSchema("value", TSDataType.DOUBLE, TSEncoding.GORILLA, CompressionType.UNCOMPRESSED);
        IMeasurementSchema quality = new MeasurementSchema("quality", TSDataType.INT32, TSEncoding.RLE, CompressionType.UNCOMPRESSED);
        IMeasurementSchema received = new MeasurementSchema("received", TSDataType.INT64, TSEncoding.TS_2DIFF,
                CompressionType.UNCOMPRESSED);
        chunks = new AlignedChunkWriterImpl[series];
        for (int i = 0; i < series; i++) {
            chunks[i] = new AlignedChunkWriterImpl(time, List.of(value, quality, received));
        }
    }

    void row(int series, long time, double value, long received) {
        AlignedChunkWriterImpl chunk = chunks[series];
        chunk.write(time, value, false);
        chunk.write(time, 0, false);
        chunk.write(time, received, false);
        chunk.write(time);
    }

    /** Writes the file; gives its size in bytes. */
    long write(Path path) throws IOException {
        try (TsFileIOWriter file = new TsFileIOWriter(path.toFile())) {
            for (int i = 0; i < chunks.length; i++) {
                file.startChunkGroup(IDeviceID.Factory.DEFAULT_FACTORY.create(new String[] {"raw", "wt-" + i}));
                chunks[i].writeToFileWriter(file);
                file.endChunkGroup();
                chunks[i] = null;
            }
            file.endFile();
        }
        return path.toFile().length();
    }
}

package org.gemello.exchange.internal.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.gemello.api.exchange.FileFormat;
import org.gemello.exchange.internal.table.Rows;
import org.gemello.exchange.internal.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged or hostile file ends in an {@link IOException}, never in an error that would take the platform down. */
class HostileParquetTest {
    private static final int CHANGES = 3000;
    @TempDir
    Path folder;
    private Path file;
    private byte[] good;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("samples.parquet");
        Rows.write(FileFormat.PARQUET, Table.SAMPLES, file, Rows.samples());
        good = Files.readAllBytes(file);
    }

    private void read(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Rows.read(FileFormat.PARQUET, Table.SAMPLES, file);
    }

    private void refused(byte[] bytes, String why) {
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class).hasMessageContaining(why);
    }

    @Test
    void changedBytesAreReadOrRefused() {
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = good.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            try {
                read(changed);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).as("refused of " + CHANGES).isGreaterThan(CHANGES / 4);
    }

    @Test
    void filesThatAreCutAreRefused() {
        for (int length = 0; length < good.length; length += 7) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
        }
        refused("PAR1 but not really PAR1".getBytes(StandardCharsets.UTF_8), "footer has");
        refused("point,source_time".getBytes(StandardCharsets.UTF_8), "not a Parquet file");
    }

    /** The file with a footer that says something else. */
    private byte[] withFooter(Consumer<FileMetaData> change) throws IOException {
        int length = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getInt(good.length - 8);
        int start = good.length - 8 - length;
        FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(good, start, length));
        change.accept(meta);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good, 0, start);
        Util.writeFileMetaData(meta, out);
        out.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(out.size() - start).array());
        out.write("PAR1".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Test
    void sizesThatTheFileDoesNotHaveAreRefused() throws IOException {
        refused(withFooter(meta -> meta.getRow_groups().get(0).getColumns().get(0).getMeta_data().setTotal_compressed_size(1L << 40)), "a column from");
        refused(withFooter(meta -> meta.getRow_groups().get(0).setNum_rows(Integer.MAX_VALUE)), "2147483647 rows");
        refused(withFooter(meta -> meta.getRow_groups().get(0).getColumns().get(0).getMeta_data().setNum_values(1L << 40)), "more values than rows");
        refused(withFooter(meta -> meta.getRow_groups().get(0).getColumns().get(2).setFile_path("/etc/passwd")), "in another file");
    }

    @Test
    void listsAndTextsMustFitIntoTheBytesThatAreThere() {
        // field 1 of type list; 0xF8: a long list of texts; then its size as a number of 5 bytes
        ByteBuffer list = ByteBuffer.wrap(new byte[] {0x19, (byte) 0xF8, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x07, 0});
        assertThatThrownBy(() -> CompactThrift.length(list)).isInstanceOf(IOException.class).hasMessageContaining("a list of 2147483647");
        ByteBuffer text = ByteBuffer.wrap(new byte[] {0x18, (byte) 0xFF, (byte) 0xFF, 0x03, 'x', 0});
        assertThatThrownBy(() -> CompactThrift.length(text)).isInstanceOf(IOException.class).hasMessageContaining("a text of 65535");
        byte[] deep = new byte[200];
        Arrays.fill(deep, (byte) 0x1C);
        assertThatThrownBy(() -> CompactThrift.length(ByteBuffer.wrap(deep))).isInstanceOf(IOException.class).hasMessageContaining("nested deeper");
    }

    @Test
    void pagesThatBecomeTooLargeAreNotMade() {
        Codecs codecs = new Codecs();
        var zstd = codecs.getDecompressor(CompressionCodecName.ZSTD);
        var bytes = BytesInput.from(new byte[100]);
        assertThatThrownBy(() -> zstd.decompress(bytes, Codecs.LARGEST_PAGE + 1)).isInstanceOf(IOException.class).hasMessageContaining("at most");
        assertThatThrownBy(() -> zstd.decompress(bytes, 1000)).isInstanceOf(IOException.class).hasMessageContaining("cannot be read as ZSTD");
    }

    @Test
    void aTableWithOtherColumnsNamesWhatIsMissing() throws IOException {
        Rows.write(FileFormat.PARQUET, Table.GAPS, file, List.of());
        assertThatThrownBy(() -> Rows.read(FileFormat.PARQUET, Table.SAMPLES, file)).isInstanceOf(IOException.class)
                .hasMessageContaining("no column 'source_time'");
    }
}

package org.gemello.exchange.internal.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Looks at a Parquet file before it is read: the library makes memory for whatever the file says of itself. Footer, row groups and pages
 * must lie within the file and within what is allowed.
 */
final class FileCheck {
    private static final int MAGIC = 0x31524150; // "PAR1"
    private static final int TAIL = 8;
    private static final int LARGEST_FOOTER = 8 << 20;
    private static final int LARGEST_HEADER = 64 << 10;
    private static final long LARGEST_ROW_GROUP = 256L << 20;
    private static final int MOST_ROWS = 20_000_000;
    private static final int MOST_COLUMNS = 200;
    private final FileChannel file;

    private FileCheck(FileChannel file) {
        this.file = file;
    }

    /** @throws IOException where the file is damaged or too large in some way; the message names what it says of itself */
    static void check(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            new FileCheck(file).check();
        } catch (RuntimeException e) {
            throw new IOException("it is damaged: " + e, e);
        }
    }

    private void check() throws IOException {
        long size = file.size();
        if (size < TAIL + 4 || read(0, 4).getInt() != MAGIC) {
            throw new IOException("it is not a Parquet file, or it is encrypted");
        }
        ByteBuffer tail = read(size - TAIL, TAIL);
        int length = tail.getInt();
        require(tail.getInt() == MAGIC, "its end is missing");
        require(length > 0 && length <= LARGEST_FOOTER && length <= size - TAIL - 4, "its footer has " + length + " bytes");
        ByteBuffer footer = read(size - TAIL - length, length);
        CompactThrift.length(footer);
        FileMetaData meta = Util.readFileMetaData(new ByteArrayInputStream(footer.array()));
        require(meta.getSchemaSize() <= MOST_COLUMNS, "it has " + meta.getSchemaSize() + " columns, at most " + MOST_COLUMNS + " are read");
        for (RowGroup group : meta.getRow_groups()) {
            check(group, size - TAIL - length);
        }
    }

    private void check(RowGroup group, long end) throws IOException {
        require(group.getNum_rows() >= 0 && group.getNum_rows() <= MOST_ROWS, "a row group has " + group.getNum_rows() + " rows");
        long plain = 0;
        for (ColumnChunk chunk : group.getColumns()) {
            ColumnMetaData column = chunk.getMeta_data();
            require(column != null && !chunk.isSetFile_path(), "a column lies in another file");
            long from = column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0
                    ? Math.min(column.getDictionary_page_offset(), column.getData_page_offset()) : column.getData_page_offset();
            long length = column.getTotal_compressed_size();
            require(from >= 4 && length >= 0 && length <= end - from, "a column from " + from + " with " + length + " bytes");
            require(column.getNum_values() <= group.getNum_rows(), "a column has more values than rows; nested columns are not read");
            plain += pages(from, from + length, group.getNum_rows());
            require(plain <= LARGEST_ROW_GROUP, "a row group has more than " + LARGEST_ROW_GROUP + " bytes; write smaller ones");
        }
    }

    /** Goes from page header to page header; returns the size of all pages without compression. */
    private long pages(long from, long end, long rows) throws IOException {
        long plain = 0;
        for (long at = from; at < end;) {
            ByteBuffer bytes = read(at, (int) Math.min(LARGEST_HEADER, end - at));
            int length = CompactThrift.length(bytes);
            PageHeader page = Util.readPageHeader(new ByteArrayInputStream(bytes.array(), 0, length));
            require(page.getCompressed_page_size() >= 0 && page.getCompressed_page_size() <= end - at - length, "a page lies outside of its column");
            require(page.getUncompressed_page_size() >= 0 && page.getUncompressed_page_size() <= Codecs.LARGEST_PAGE,
                    "a page of " + page.getUncompressed_page_size() + " bytes");
            long values = page.isSetData_page_header() ? page.getData_page_header().getNum_values()
                    : page.isSetData_page_header_v2() ? page.getData_page_header_v2().getNum_values()
                    : page.isSetDictionary_page_header() ? page.getDictionary_page_header().getNum_values() : 0;
            require(values >= 0 && values <= rows, "a page has " + values + " values in a row group of " + rows + " rows");
            plain += page.getUncompressed_page_size();
            at += length + page.getCompressed_page_size();
        }
        return plain;
    }

    private static void require(boolean met, String problem) throws IOException {
        if (!met) {
            throw new IOException("it is damaged or made to harm: " + problem);
        }
    }

    private ByteBuffer read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("it is shorter than it says");
            }
        }
        return bytes.flip();
    }
}

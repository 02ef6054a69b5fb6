package org.gemello.exchange.internal.parquet;

import io.airlift.compress.Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compression of pages in plain Java: no native library in the container. Writes ZSTD, reads ZSTD, SNAPPY, GZIP and what is not
 * compressed. A page says how large it becomes; more than {@value #LARGEST_PAGE} bytes is refused before anything is made for it.
 */
final class Codecs implements CompressionCodecFactory {
    static final int LARGEST_PAGE = 64 << 20;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        if (name != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("tables are written with ZSTD, not " + name);
        }
        return new Zstd();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return switch (name) {
            case UNCOMPRESSED -> new Block(name, (bytes, size) -> bytes);
            case ZSTD -> new Block(name, block(new ZstdDecompressor()));
            case SNAPPY -> new Block(name, block(new SnappyDecompressor()));
            case GZIP -> new Block(name, Codecs::gunzip);
            default -> throw new IllegalArgumentException("compression " + name + " cannot be read; write the file with ZSTD, SNAPPY or GZIP");
        };
    }

    @Override
    public void release() {
        // nothing is kept
    }

    private static final class Zstd implements BytesInputCompressor {
        private final ZstdCompressor zstd = new ZstdCompressor();

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            byte[] in = bytes.toByteArray();
            byte[] out = new byte[zstd.maxCompressedLength(in.length)];
            return BytesInput.from(out, 0, zstd.compress(in, 0, in.length, out, 0, out.length));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {
            // nothing is kept
        }
    }

    /** Makes {@code size} bytes of a page. */
    private interface Page {
        byte[] of(byte[] compressed, int size) throws IOException;
    }

    private static Page block(Decompressor codec) {
        return (compressed, size) -> {
            byte[] page = new byte[size];
            int length = codec.decompress(compressed, 0, compressed.length, page, 0, size);
            if (length != size) {
                throw new IOException("a page has " + length + " bytes where it says " + size);
            }
            return page;
        };
    }

    private static byte[] gunzip(byte[] compressed, int size) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            byte[] page = in.readNBytes(size);
            if (page.length != size || in.read() >= 0) {
                throw new IOException("a page has not the " + size + " bytes that it says");
            }
            return page;
        }
    }

    private record Block(CompressionCodecName name, Page page) implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(plain(bytes.toByteArray(), size));
        }

        @Override
        public void decompress(ByteBuffer in, int inSize, ByteBuffer out, int size) throws IOException {
            byte[] compressed = new byte[inSize];
            in.get(compressed);
            out.put(plain(compressed, size));
        }

        private byte[] plain(byte[] compressed, int size) throws IOException {
            if (size < 0 || size > LARGEST_PAGE) {
                throw new IOException("a page of " + size + " bytes; at most " + LARGEST_PAGE + " are read");
            }
            try {
                return page.of(compressed, size);
            } catch (RuntimeException e) {
                throw new IOException("a page cannot be read as " + name + ": " + e.getMessage(), e);
            }
        }

        @Override
        public void release() {
            // nothing is kept
        }
    }
}

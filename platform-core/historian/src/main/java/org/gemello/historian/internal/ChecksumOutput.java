package org.gemello.historian.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.apache.tsfile.write.writer.TsFileOutput;

/** What TsFile writes into: buffered, synced before it is closed, and summed up as CRC-32C, which TsFile itself does not have. */
final class ChecksumOutput extends OutputStream implements TsFileOutput {
    private static final int BUFFER = 1 << 16;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final CRC32C checksum = new CRC32C();
    private long position;

    ChecksumOutput(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** CRC-32C of all that was written so far. */
    int checksum() {
        return (int) checksum.getValue();
    }

    @Override
    public void write(int b) throws IOException {
        write((byte) b);
    }

    @Override
    public void write(byte b) throws IOException {
        write(new byte[] {b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        write(copy, 0, copy.length);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        checksum.update(bytes, start, length);
        position += length;
        int done = 0;
        while (done < length) {
            int part = Math.min(buffer.remaining(), length - done);
            buffer.put(bytes, start + done, part);
            done += part;
            if (!buffer.hasRemaining()) {
                drain();
            }
        }
    }

    private void drain() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public OutputStream wrapAsStream() {
        return this;
    }

    /** TsFile calls this after every series; the bytes go to disk in whole buffers all the same. */
    @Override
    public void flush() {
    }

    @Override
    public void truncate(long size) {
        throw new UnsupportedOperationException("a history file is written once");
    }

    @Override
    public void force() throws IOException {
        drain();
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package org.gemello.gpack.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Bytes that can be read at any place: a file, or an archive within an archive. */
public interface ByteSource {

    long size() throws IOException;

    /** Fills the array from a position on. */
    void read(long position, byte[] into, int length) throws IOException;

    static ByteSource of(byte[] bytes) {
        return new ByteSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long position, byte[] into, int length) {
                System.arraycopy(bytes, (int) position, into, 0, length);
            }
        };
    }

    static ByteSource of(FileChannel file) {
        return new ByteSource() {
            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public void read(long position, byte[] into, int length) throws IOException {
                ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
                while (buffer.hasRemaining()) {
                    if (file.read(buffer, position + buffer.position()) < 0) {
                        throw new EOFException("the file has become shorter while it was read");
                    }
                }
            }
        };
    }
}

package org.gemello.exchange.internal.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Encrypts what is written to it; see {@link Sealing}. Whole only when closed. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final Sealing sealing;
    private final byte[] chunk = new byte[Sealing.CHUNK];
    private int filled;
    private boolean closed;

    SealedOutput(OutputStream out, char[] passphrase) throws IOException {
        this.out = out;
        byte[] header = new byte[Sealing.HEADER];
        new SecureRandom().nextBytes(header);
        ByteBuffer.wrap(header).put(Sealing.MAGIC).putInt(Sealing.MAGIC.length + Sealing.SALT, Sealing.ITERATIONS);
        sealing = new Sealing(header, passphrase);
        out.write(header);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == chunk.length) { // only when there is more: the last chunk is sealed as such
                out.write(sealing.seal(chunk, filled, false));
                filled = 0;
            }
            int part = Math.min(chunk.length - filled, length - done);
            System.arraycopy(bytes, start + done, chunk, filled, part);
            filled += part;
            done += part;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (out) {
                out.write(sealing.seal(chunk, filled, true));
            }
        }
    }
}

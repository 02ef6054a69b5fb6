package org.gemello.exchange.internal.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Decrypts what {@link SealedOutput} has written; gives out only what is authentic, and an end only where the end was sealed. */
final class SealedInput extends InputStream {
    private final InputStream in;
    private final Sealing sealing;
    private final byte[] sealed = new byte[Sealing.CHUNK + Sealing.TAG];
    private byte[] plain = new byte[0];
    private int next;
    private int ahead;

    /** @param in at its header */
    SealedInput(InputStream in, char[] passphrase) throws IOException {
        this.in = in;
        byte[] header = in.readNBytes(Sealing.HEADER);
        if (header.length < Sealing.HEADER) {
            throw new EOFException("the sealed backup is not whole");
        }
        sealing = new Sealing(header, passphrase);
        ahead = in.read();
    }

    /** True where a sealed backup begins; the stream, which must know marks, stays where it is. */
    static boolean isSealed(InputStream in) throws IOException {
        in.mark(Sealing.MAGIC.length);
        boolean sealed = Arrays.equals(in.readNBytes(Sealing.MAGIC.length), Sealing.MAGIC);
        in.reset();
        return sealed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (next == plain.length) {
            if (ahead < 0) {
                return -1;
            }
            chunk();
        }
        int count = Math.min(length, plain.length - next);
        System.arraycopy(plain, next, bytes, start, count);
        next += count;
        return count;
    }

    private void chunk() throws IOException {
        sealed[0] = (byte) ahead;
        int length = 1 + in.readNBytes(sealed, 1, sealed.length - 1);
        ahead = length < sealed.length ? -1 : in.read();
        plain = sealing.open(sealed, length, ahead < 0);
        next = 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

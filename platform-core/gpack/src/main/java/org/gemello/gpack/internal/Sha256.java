package org.gemello.gpack.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gemello.gpack.PackManifest.Digest;
import org.gemello.gpack.PackWriter;

/** SHA-256, which every Java platform has. */
public final class Sha256 {
    private static final int BUFFER = 64 << 10;

    private Sha256() {
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    /** Hash and size of a stream, which is read to its end and copied on the way. */
    public static Digest copy(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            digest.update(buffer, 0, count);
            to.write(buffer, 0, count);
            bytes += count;
        }
        return new Digest(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    public static Digest of(InputStream from) throws IOException {
        return copy(from, OutputStream.nullOutputStream());
    }

    /** Hash and size of what is written. */
    public static Digest of(PackWriter.Content content) throws IOException {
        MessageDigest digest = digest();
        long[] bytes = new long[1];
        content.copyTo(new OutputStream() {
            @Override
            public void write(int one) {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) {
                digest.update(from, offset, length);
                bytes[0] += length;
            }
        });
        return new Digest(HexFormat.of().formatHex(digest.digest()), bytes[0]);
    }
}

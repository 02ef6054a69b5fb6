package org.gemello.security.internal;

import java.time.Instant;

/**
 * Says under signature how the audit log stood: with it, nobody who can write the log, but has not the key, can write another history.
 * One line of the file of checkpoints: {@code sequence hash time signature}.
 *
 * @param sequence  number of a line
 * @param hash      SHA-256 of that line
 * @param time      when it was signed
 * @param signature of {@link #signed}
 */
record Checkpoint(long sequence, String hash, Instant time, String signature) {

    static Checkpoint sign(long sequence, String hash, Instant time, AuditKey key) {
        return new Checkpoint(sequence, hash, time, key.sign(signed(sequence, hash, time)));
    }

    private static String signed(long sequence, String hash, Instant time) {
        return "gemello audit log " + sequence + ' ' + hash + ' ' + time;
    }

    boolean isSignedBy(AuditKey key) {
        return key.hasSigned(signed(sequence, hash, time), signature);
    }

    /** @throws IllegalArgumentException where the line has another form */
    static Checkpoint parse(String line) {
        String[] parts = line.split(" ");
        if (parts.length != 4) {
            throw new IllegalArgumentException("a checkpoint is written: sequence hash time signature");
        }
        return new Checkpoint(Long.parseLong(parts[0]), parts[1], Instant.parse(parts[2]), parts[3]);
    }

    String format() {
        return sequence + " " + hash + ' ' + time + ' ' + signature;
    }
}

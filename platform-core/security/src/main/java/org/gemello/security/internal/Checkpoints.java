package org.gemello.security.internal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs how the audit log stands: at the start, every {@value #EVERY} lines, and at the end. */
final class Checkpoints {
    static final int EVERY = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private final AuditFolder folder;
    private final AuditKey key;
    private final Clock clock;
    private long signed = -1;

    Checkpoints(AuditFolder folder, AuditKey key, Clock clock) {
        this.folder = folder;
        this.key = key;
        this.clock = clock;
    }

    AuditKey key() {
        return key;
    }

    /** Signs where the last checkpoint is old enough. */
    void after(long sequence, String hash) {
        if (sequence >= signed + EVERY) {
            sign(sequence, hash);
        }
    }

    /** The lines are on disk already: a checkpoint that cannot be written costs proof, not the record, and comes with the next line. */
    void sign(long sequence, String hash) {
        if (sequence < 0 || sequence == signed) {
            return;
        }
        String line = Checkpoint.sign(sequence, hash, clock.instant(), key).format() + '\n';
        try {
            PrivateFiles.create(folder.checkpoints());
            try (FileOutputStream out = new FileOutputStream(folder.checkpoints().toFile(), true)) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.getFD().sync();
            }
            signed = sequence;
        } catch (IOException e) {
            LOG.error("A checkpoint of the audit log could not be written to {}", folder.checkpoints(), e);
        }
    }
}

package org.gemello.security.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.gemello.api.TraceId;
import org.gemello.api.health.HealthCheck;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.AuditLog;
import org.gemello.security.AuditRecord;
import org.gemello.security.AuditUnavailableException;
import org.gemello.security.AuditVerification;

/**
 * The audit log: JSON lines in {@code audit.log}, each on disk before {@link #record} returns. A full file is kept under the
 * number of its last line, {@code audit-000000000042.log}, and never removed; the chain of hashes goes on in the next one.
 */
class AuditFile implements Audit, AuditLog, HealthCheck, AutoCloseable {
    static final long ROLL_AT_BYTES = 64L << 20;
    private static final Health WELL = Health.well("audit", "audit log is written");
    private final AuditFolder folder;
    private final Path file;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final long rollAt;
    /** No channel: an interrupted thread would close that. Null after a failure to open it, until the next try. */
    private RandomAccessFile out;
    private long sequence;
    private String previous;
    private volatile Health health = WELL;

    /**
     * @param folder  of the log; made where it is missing
     * @param secrets folder of the key that signs checkpoints
     */
    AuditFile(Path folder, Path secrets, Clock clock, long rollAt) throws IOException {
        this.folder = new AuditFolder(PrivateFiles.folder(folder));
        this.file = this.folder.present();
        this.checkpoints = new Checkpoints(this.folder, AuditKey.in(secrets), clock);
        this.clock = clock;
        this.rollAt = rollAt;
        AuditTail tail = AuditTail.read(this.folder);
        this.sequence = tail.next();
        this.previous = tail.hash();
        open();
        checkpoints.sign(sequence - 1, previous);
        if (tail.torn() > 0) {
            out.setLength(out.length() - tail.torn());
            out.seek(out.length());
            record(new AuditEvent("platform", "audit.recover", file.getFileName().toString(), Outcome.ALLOWED,
                    tail.torn() + " bytes of a line that a crash had cut short were removed", TraceId.NONE));
        }
    }

    private void open() throws IOException {
        PrivateFiles.create(file);
        out = new RandomAccessFile(file.toFile(), "rw");
        out.seek(out.length());
    }

    @Override
    public synchronized void record(AuditEvent event) {
        if (!health.live()) {
            throw new AuditUnavailableException(health.text(), null);
        }
        String line = AuditLine.format(sequence, clock.instant(), event, previous);
        try {
            if (out == null) {
                open();
            }
            if (out.length() >= rollAt) {
                roll();
            }
            write(line + '\n');
        } catch (IOException e) {
            String text = "the audit log " + file + " cannot be written: " + e.getMessage();
            if (health.live()) {
                become(Health.notReady(WELL.part(), text + "; commands are refused until it can"));
            }
            throw new AuditUnavailableException(text, e);
        }
        become(WELL);
        previous = Secrets.hash(line);
        checkpoints.after(sequence, previous);
        sequence++;
    }

    private void write(String line) throws IOException {
        long before = out.length();
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            takeBack(before);
            throw e;
        }
        try {
            out.getFD().sync();
        } catch (IOException e) {
            // the kernel may report success the next time although it dropped the page: only a new start can tell
            dead("the disk could not sync " + file + ": " + e.getMessage());
            throw e;
        }
    }

    /** A disk that was full leaves half a line; without it the log goes on when there is room again. */
    private void takeBack(long length) {
        try {
            out.setLength(length);
            out.seek(length);
        } catch (IOException e) {
            dead("half a line could not be taken back from " + file + ": " + e.getMessage());
        }
    }

    private void roll() throws IOException {
        out.close();
        out = null;
        Files.move(file, folder.rolled(sequence - 1), StandardCopyOption.ATOMIC_MOVE);
        open();
    }

    private void dead(String reason) {
        become(Health.dead(WELL.part(), reason + "; mend the disk and start the platform again"));
    }

    private void become(Health now) {
        if (!now.equals(health)) {
            health = now;
            changed(now);
        }
    }

    /** Called when the log can be written no more, or again; must be short. */
    void changed(Health now) {
    }

    @Override
    public List<AuditRecord> read(long before, Predicate<AuditRecord> wanted, int limit) throws IOException {
        return new AuditReading(Math.min(before, lines()), wanted, limit).read(folder);
    }

    @Override
    public AuditVerification verify() throws IOException {
        return new AuditWalk(folder, checkpoints.key(), lines()).verify();
    }

    private synchronized long lines() {
        return sequence;
    }

    @Override
    public Health health() {
        return health;
    }

    @Override
    public synchronized void close() throws IOException {
        checkpoints.sign(sequence - 1, previous);
        if (out != null) {
            out.close();
        }
    }
}

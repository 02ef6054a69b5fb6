package org.gemello.historian.postgres.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.gemello.api.Times;

/**
 * The thread that stores batches. When something fails it connects anew, waits longer each time, and goes on where the database says
 * that it is: nothing is given up, nothing is stored twice.
 */
final class Writer extends Thread {
    private static final long RETENTION_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();
    private final Database database;
    private final PostgresSettings settings;
    private final Intake intake;
    private final WriterStatus status;
    private final LastValues last;
    private final LongConsumer committed;
    private final LongSupplier logEnd;
    private long position = -1;
    private long inFlight = -1;
    private long told = -1;
    private long toldAt = System.nanoTime() - COMMIT_NANOS;
    private long retainedAt = System.nanoTime() - RETENTION_NANOS;
    private long summedAt = System.nanoTime();
    private boolean moreToSum;
    private long wait;

    /**
     * @param last      told what was stored, before questions can see it as settled
     * @param committed told now and then the offset before which the log is not needed any more
     * @param logEnd    offset that the log will give next: what is stored cannot be past it
     */
    Writer(Database database, Intake intake, WriterStatus status, LastValues last, LongConsumer committed, LongSupplier logEnd) {
        super("history-postgres");
        this.database = database;
        this.settings = database.settings();
        this.intake = intake;
        this.status = status;
        this.last = last;
        this.committed = committed;
        this.logEnd = logEnd;
        this.wait = settings.limits().firstRetry().toMillis();
    }

    @Override
    public void run() {
        while (!(intake.isClosed() && intake.isStored())) {
            try (Session session = new Session(database)) {
                if (!goesOnAt(session.position())) {
                    return;
                }
                if (!intake.isStoring()) { // else the next batch shows whether it is well
                    status.works();
                }
                store(session);
            } catch (SQLException | RuntimeException e) {
                status.failed(Trouble.text(e, settings));
                if (intake.isClosed()) {
                    return; // the log has the rest
                }
                intake.pause(wait - ThreadLocalRandom.current().nextLong(wait / 4 + 1));
                wait = Math.min(2 * wait, settings.limits().lastRetry().toMillis());
            }
        }
    }

    /** Only this thread may move the position: where another did so, two platforms with two logs would tear holes into one history. */
    private boolean goesOnAt(long found) {
        if (position >= 0 && found != position && found != inFlight) {
            status.stopped("another platform stores its history in " + settings.url() + ", schema " + settings.schema()
                    + ": the position is " + found + " instead of " + position + "; give each platform a schema of its own and restart");
            return false;
        }
        if (found > logEnd.getAsLong()) {
            status.stopped("the history in " + settings.url() + ", schema " + settings.schema() + " goes up to " + found + ", but the log ends at "
                    + logEnd.getAsLong() + ": it belongs to another log; restore that log, or give this one a schema of its own, and restart");
            return false;
        }
        position = found;
        intake.startAt(found);
        return true;
    }

    private void store(Session session) throws SQLException {
        while (!(intake.isClosed() && intake.isStored())) {
            Optional<Batch> batch = intake.next(moreToSum ? Duration.ZERO : settings.limits().sums());
            if (batch.isPresent()) {
                inFlight = Math.max(position, batch.get().to());
                BatchTransaction transaction = session.store(batch.get());
                position = session.position();
                last.stored(transaction);
                intake.stored(position);
                status.works();
            }
            wait = settings.limits().firstRetry().toMillis();
            tell();
            sumUp(session);
            retain(session);
        }
    }

    /** Telling the log costs it two forces, so not with every batch. */
    private void tell() {
        boolean last = intake.isClosed() && intake.isStored();
        if (position != told && (last || System.nanoTime() - toldAt >= COMMIT_NANOS)) {
            committed.accept(position);
            told = position;
            toldAt = System.nanoTime();
        }
    }

    /** A minute is summed up once it is over for a while, as most of its samples are here then. */
    private void sumUp(Session session) throws SQLException {
        long every = settings.limits().sums().toNanos();
        if (!intake.isClosed() && (moreToSum || System.nanoTime() - summedAt >= every)) {
            moreToSum = session.sumUp(Times.now() - every, Cutoffs.now(settings.retention()));
            summedAt = System.nanoTime();
        }
    }

    private void retain(Session session) throws SQLException {
        if (System.nanoTime() - retainedAt >= RETENTION_NANOS && !moreToSum && !intake.isClosed()) {
            retainedAt = System.nanoTime();
            session.retain(Cutoffs.now(settings.retention()));
            last.forget();
        }
    }
}

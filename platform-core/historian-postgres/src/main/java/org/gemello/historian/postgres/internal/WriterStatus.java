package org.gemello.historian.postgres.internal;

import org.gemello.api.health.HealthCheck.Health;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.twin.Severity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the writer is doing, for health, alarms and the log file. */
final class WriterStatus {
    private static final Logger LOG = LoggerFactory.getLogger(WriterStatus.class);
    private static final String ALARM = "history.postgres";
    private final PlatformAlarms alarms;
    private boolean connected;
    private boolean stopped;
    private String failure = "not connected yet";

    WriterStatus(PlatformAlarms alarms) {
        this.alarms = alarms;
    }

    synchronized void works() {
        if (!connected) {
            connected = true;
            failure = "";
            LOG.info("the history is stored in PostgreSQL");
            alarms.clear(ALARM, "the history is stored again");
            notifyAll();
        }
    }

    synchronized void failed(String problem) {
        if (!problem.equals(failure)) {
            LOG.warn("{}", problem);
        }
        connected = false;
        failure = problem;
        alarms.raise(ALARM, Severity.HIGH, problem);
        notifyAll();
    }

    /** Only a restart helps. */
    synchronized void stopped(String problem) {
        stopped = true;
        failed(problem);
    }

    synchronized boolean isConnected() {
        return connected;
    }

    /** Waits for the first attempt to connect, whatever its outcome. */
    synchronized void awaitFirstAttempt(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            while (!connected && failure.equals("not connected yet") && end - System.nanoTime() > 0) {
                wait((end - System.nanoTime()) / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized Health health(String part, String text) {
        if (connected) {
            return Health.well(part, text);
        }
        return stopped ? Health.dead(part, failure + "; " + text) : Health.notReady(part, failure + "; " + text);
    }
}

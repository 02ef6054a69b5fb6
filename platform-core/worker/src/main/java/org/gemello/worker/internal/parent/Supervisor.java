package org.gemello.worker.internal.parent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gemello.spi.TwinType;
import org.gemello.worker.WorkerException;
import org.gemello.worker.WorkerLimits;
import org.gemello.worker.WorkerListener;
import org.gemello.worker.WorkerPack;
import org.gemello.worker.WorkerStatus;
import org.gemello.worker.WorkerStatus.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a child of a pack alive, and gives up where it does not want to live. */
public final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final String PROGRAM = "org.gemello.worker.internal.child.ChildMain";
    private final WorkerPack pack;
    private final WorkerLimits limits;
    private final WorkerListener listener;
    private final ChildStart start;
    private final Crashes crashes;
    /** Watches calls and starts; never blocked. */
    private final ScheduledExecutorService clock;
    /** Starts children and tells the listener, one after the other. */
    private final ExecutorService work;
    private final List<Description> descriptions;
    private ChildProcess child;
    private volatile WorkerStatus status;

    /**
     * @param platform class path of the child's program
     * @param folder   where each child gets a folder of its own
     * @throws IOException where the first child does not come up
     */
    public Supervisor(WorkerPack pack, WorkerLimits limits, List<Path> platform, Path folder, WorkerListener listener) throws IOException {
        this(pack, limits, new ChildCommand(pack, limits, PROGRAM, platform), folder, listener);
    }

    Supervisor(WorkerPack pack, WorkerLimits limits, ChildCommand command, Path folder, WorkerListener listener) throws IOException {
        this.pack = pack;
        this.limits = limits;
        this.listener = listener;
        this.crashes = new Crashes(limits);
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> thread(task, "watch"));
        this.work = Executors.newSingleThreadExecutor(task -> thread(task, "start"));
        this.start = new ChildStart(command, folder, clock, listener::printed);
        try {
            child = start.start();
            descriptions = Description.of(child);
        } catch (IOException | WorkerException e) {
            close();
            throw new IOException(e.getMessage(), e);
        }
        status = status(State.RUNNING, "");
        watch(child);
        long every = Math.max(10, Math.min(250, limits.call().toMillis() / 4));
        clock.scheduleWithFixedDelay(this::killOverdue, every, every, TimeUnit.MILLISECONDS);
    }

    private Thread thread(Runnable task, String what) {
        Thread thread = new Thread(task, "worker-" + pack.id() + '-' + what);
        thread.setDaemon(true);
        return thread;
    }

    public List<TwinType<?>> types() {
        return descriptions.stream().<TwinType<?>>map(description -> new RemoteType(description, this::child)).toList();
    }

    public WorkerStatus status() {
        return status;
    }

    private synchronized ChildProcess child() {
        if (status.state() != State.RUNNING) {
            throw new WorkerException("the worker of " + pack + " is " + status.state() + ": " + status.reason());
        }
        return child;
    }

    private void killOverdue() {
        ChildProcess present;
        synchronized (this) {
            present = child;
        }
        present.killOverdue();
    }

    private void watch(ChildProcess started) {
        started.process().onExit().thenRun(() -> {
            started.hangUp();
            ended(started.cause());
        });
    }

    private synchronized void ended(String cause) {
        if (clock.isShutdown()) {
            return;
        }
        crashes.count(System.nanoTime());
        if (crashes.areTooMany()) {
            LOG.error("the worker of {} is quarantined after {} crashes within {}: {}", pack, limits.crashes(), limits.within(), cause);
            become(State.QUARANTINED, cause);
            return;
        }
        Duration pause = crashes.pause();
        LOG.warn("the worker of {} has ended and starts again in {} ms: {}", pack, pause.toMillis(), cause);
        become(State.RESTARTING, cause);
        clock.schedule(() -> work.execute(this::restart), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void restart() {
        ChildProcess started = null;
        try {
            started = start.start();
            if (!Description.of(started).equals(descriptions)) {
                started.kill("it does not describe its types as it did before");
                throw new IOException(started.cause());
            }
            took(started);
        } catch (IOException | RuntimeException e) {
            if (started != null) {
                started.kill("it was not of use");
            }
            ended(String.valueOf(e.getMessage()));
        }
    }

    private synchronized void took(ChildProcess started) {
        if (clock.isShutdown()) {
            started.kill("closed");
            return;
        }
        child = started;
        become(State.RUNNING, status.reason());
        watch(started);
    }

    private void become(State state, String reason) {
        WorkerStatus now = status(state, reason);
        status = now;
        work.execute(() -> listener.changed(now));
    }

    private WorkerStatus status(State state, String reason) {
        return new WorkerStatus(pack.id(), pack.version(), state, state == State.RUNNING ? child.process().pid() : 0, crashes.all(), reason,
                Instant.now());
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        work.shutdown();
        if (child != null) {
            child.kill("it was closed");
        }
        status = status(State.STOPPED, "");
    }
}

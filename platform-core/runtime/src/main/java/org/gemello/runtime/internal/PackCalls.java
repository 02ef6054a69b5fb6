package org.gemello.runtime.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls codecs, migrations and constructors of packs on threads of its own and waits only so long: what hangs there holds up nobody. The
 * number of calls that hang is bounded; past it no pack is called any more until one returns.
 */
final class PackCalls implements AutoCloseable {
    private static final int MOST_STUCK = 16;
    private final Duration limit;
    private final Set<Thread> stuck = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;

    PackCalls(Duration limit) {
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), PackCalls::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "twins-pack");
        thread.setDaemon(true);
        thread.setContextClassLoader(PackCalls.class.getClassLoader());
        return thread;
    }

    /** A call into a pack failed or did not return; the message is for people. */
    static final class PackCallException extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean hung;

        PackCallException(String message, Throwable cause, boolean hung) {
            super(message, cause);
            this.hung = hung;
        }

        /** True where it did not return. */
        boolean hung() {
            return hung;
        }
    }

    /** @param what is done, for the message: "wt-01 starts" */
    <T> T call(String what, Callable<T> work) throws PackCallException, InterruptedException {
        stuck.removeIf(thread -> !thread.isAlive());
        if (stuck.size() >= MOST_STUCK) {
            throw new PackCallException(what + ": not tried, for " + stuck.size() + " calls into packs hang; restart the platform without the pack",
                    null, true);
        }
        AtomicReference<Thread> inside = new AtomicReference<>();
        FutureTask<T> task = new FutureTask<>(() -> {
            inside.set(Thread.currentThread());
            return work.call();
        });
        threads.execute(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            Thread thread = inside.get();
            String at = thread == null ? "" : PackFrames.top(thread.getStackTrace());
            if (thread != null) {
                stuck.add(thread);
            }
            task.cancel(true);
            throw new PackCallException(what + ": it does not return within " + limit.toMillis() + " ms" + (at.isEmpty() ? "" : ", it is at " + at), e, true);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            boolean told = cause instanceof IOException || cause instanceof IllegalArgumentException;
            throw new PackCallException(told && cause.getMessage() != null ? cause.getMessage() : what + ": " + PackFrames.describe(cause),
                    PackTrace.of(cause), false);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

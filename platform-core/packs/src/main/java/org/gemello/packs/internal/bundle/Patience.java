package org.gemello.packs.internal.bundle;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs code of a pack, or code that waits for it, on a thread of its own and for so long: what hangs there must not hang the manager. */
public final class Patience {
    private static final int INTERRUPTS = 40;
    private static final long PAUSE_MILLIS = 50;

    private Patience() {
    }

    /**
     * What the work gives.
     *
     * @param what names the thread and the failure, such as {@code start of energy@0.2.0}
     * @throws PackFailure where it threw, or took longer; in that case it has been interrupted and where it hangs is told
     */
    public static <T> T within(Duration time, String what, Callable<T> work) throws PackFailure, InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, what);
        thread.setDaemon(true);
        thread.setContextClassLoader(Patience.class.getClassLoader());
        thread.start();
        try {
            return task.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PackFailure failure) {
                throw failure;
            }
            throw new PackFailure("the " + what + " failed: " + PackFailure.reason(e.getCause()));
        } catch (TimeoutException e) {
            StackTraceElement[] stack = thread.getStackTrace();
            interrupt(thread);
            throw new PackFailure("the " + what + " did not end within " + time.toMillis() + " ms; it is in "
                    + (stack.length == 0 ? "no method" : stack[0].toString()));
        } catch (InterruptedException e) {
            task.cancel(true);
            throw e;
        }
    }

    /** Whoever catches one interrupt to begin anew is interrupted again, for a while. */
    private static void interrupt(Thread thread) throws InterruptedException {
        for (int i = 0; i < INTERRUPTS && thread.isAlive(); i++) {
            thread.interrupt();
            thread.join(PAUSE_MILLIS);
        }
    }
}

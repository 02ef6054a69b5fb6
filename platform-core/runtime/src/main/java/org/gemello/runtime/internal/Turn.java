package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to touch a twin. Who does not come back with it can be passed over: {@link #revoke} makes a new one, and what the holder of
 * the old one does later must be void, which its {@link CallMeter} tells it.
 */
final class Turn {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private volatile ReentrantLock lock = new ReentrantLock();

    /** Waits for the turn; the caller unlocks what is returned. */
    ReentrantLock take() {
        boolean interrupted = false;
        ReentrantLock taken = null;
        while (taken == null) {
            try {
                taken = take(LOOK_AGAIN);
            } catch (InterruptedException e) {
                interrupted = true; // the twin's state must be left whole; who interrupted is heard right after
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return taken;
    }

    /** Waits so long at most; null where it could not be had. */
    ReentrantLock take(Duration patience) throws InterruptedException {
        ReentrantLock present = lock;
        if (!present.tryLock() && !present.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return null;
        }
        if (present == lock) {
            return present;
        }
        present.unlock();
        return take(patience);
    }

    /** From now on there is another one. */
    void revoke() {
        lock = new ReentrantLock();
    }
}

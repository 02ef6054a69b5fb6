package org.gemello.runtime.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that run behaviours. The pool keeps its size: one that does not come back from a behaviour is replaced and ends when it
 * returns. After a pack has gone all are renewed, so that nothing of it stays in the threads' locals.
 */
final class WorkerPool implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final Set<Thread> members = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean closed;

    WorkerPool(int size) {
        for (int i = 0; i < size; i++) {
            start();
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    private void start() {
        Thread thread = new Thread(this::work, "twins-" + number.incrementAndGet());
        thread.setContextClassLoader(WorkerPool.class.getClassLoader());
        members.add(thread);
        thread.start();
    }

    private void work() {
        while (!closed && members.contains(Thread.currentThread())) {
            try {
                Runnable task = tasks.poll(1, TimeUnit.SECONDS);
                if (task != null) {
                    task.run();
                }
            } catch (InterruptedException e) {
                // by close, or by what interrupted a behaviour that has just come back: the condition above tells which
                LOG.debug("{} was interrupted", Thread.currentThread().getName());
            } catch (Throwable e) {
                LOG.error("{} goes on after a failure outside of behaviours", Thread.currentThread().getName(), e);
            }
        }
    }

    /** Puts another thread in the place of one that does not come back; false where it is none of these. */
    boolean replace(Thread stuck) {
        boolean member = members.remove(stuck);
        if (member && !closed) {
            start();
        }
        return member;
    }

    /** Puts new threads in the place of all; the old ones end after what they are at. */
    void renew() {
        Set.copyOf(members).forEach(this::replace);
    }

    @Override
    public void close() {
        closed = true;
        members.forEach(Thread::interrupt);
    }
}

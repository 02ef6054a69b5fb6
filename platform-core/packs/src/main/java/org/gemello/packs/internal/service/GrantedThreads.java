package org.gemello.packs.internal.service;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads of a version: so many at once, named after the pack, interrupted at the end. */
final class GrantedThreads {
    private static final Logger LOG = LoggerFactory.getLogger(GrantedThreads.class);
    private final String pack;
    private final int most;
    private final Set<Thread> running = new HashSet<>();
    private boolean closed;

    GrantedThreads(String pack, int most) {
        this.pack = pack;
        this.most = most;
    }

    /** False where as many run as may. */
    synchronized boolean start(String name, Runnable work) {
        if (closed || running.size() >= most) {
            return false;
        }
        Thread thread = new Thread(() -> run(name, work), "pack " + pack + ": " + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(work.getClass().getClassLoader());
        running.add(thread);
        thread.start();
        return true;
    }

    private void run(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("thread '{}' of pack {} ended: {}", name, pack, e.toString());
        } finally {
            synchronized (this) {
                running.remove(Thread.currentThread());
            }
        }
    }

    synchronized void close() {
        closed = true;
        running.forEach(Thread::interrupt);
    }
}

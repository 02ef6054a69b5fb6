package org.gemello.worker;

/** Hears of a worker that has come to another state. Called by one thread of the worker, in order; it must not wait for that worker. */
@FunctionalInterface
public interface WorkerListener {
    void changed(WorkerStatus status);
}

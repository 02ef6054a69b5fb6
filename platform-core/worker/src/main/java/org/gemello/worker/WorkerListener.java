package org.gemello.worker;

/** Hears of a worker. It must not wait for that worker. */
@FunctionalInterface
public interface WorkerListener {
    /** It has come to another state. Called by one thread, in order. */
    void changed(WorkerStatus status);

    /**
     * It has printed a line, which also went to the log: at most 500 characters, none of them a control character but the tabulator, and
     * at most 200 lines a minute. Called by the thread that reads what the process prints, in order.
     */
    default void printed(String line) {
        // the log has it
    }
}

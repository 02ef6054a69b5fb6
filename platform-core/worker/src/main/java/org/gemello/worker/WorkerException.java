package org.gemello.worker;

/**
 * A call did not come to an end in the worker: the process has died, hangs, answers nonsense, or the pack's code threw what the SPI
 * does not speak of. The message says which and names the pack.
 */
public class WorkerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WorkerException(String message) {
        super(message);
    }

    public WorkerException(String message, Throwable cause) {
        super(message, cause);
    }
}

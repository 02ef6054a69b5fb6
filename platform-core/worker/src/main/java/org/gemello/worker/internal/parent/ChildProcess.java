package org.gemello.worker.internal.parent;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.gemello.worker.WorkerException;
import org.gemello.worker.internal.frame.Failure;
import org.gemello.worker.internal.frame.FrameTooLargeException;
import org.gemello.worker.internal.frame.MalformedFrameException;
import org.gemello.worker.internal.frame.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A child that has been started. Safe for use by many threads; as many calls are under way at once as there are lanes. */
final class ChildProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final int DEATH_SECONDS = 5;
    private final ChildCommand command;
    private final Process process;
    private final ChildOutput output;
    private final Handles handles = new Handles();
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();
    private final LinkedBlockingDeque<Lane> idle = new LinkedBlockingDeque<>();
    private final AtomicReference<String> killed = new AtomicReference<>();

    /** @param printed gets each line that it prints and that goes to the log */
    ChildProcess(ChildCommand command, Process process, Consumer<String> printed) {
        this.command = command;
        this.process = process;
        this.output = new ChildOutput(command.pack().toString(), process.getInputStream(), printed);
        Thread reader = new Thread(output, "worker-" + command.pack().id() + "-output");
        reader.setDaemon(true);
        reader.start();
    }

    Process process() {
        return process;
    }

    Handles handles() {
        return handles;
    }

    void add(Lane lane) {
        lanes.add(lane);
        idle.addFirst(lane);
        if (!process.isAlive()) {
            hangUp();
        }
    }

    /**
     * Asks the child something. To interrupt the calling thread kills the child, for nobody knows what its state is then.
     *
     * @throws IOException     where the pack's code threw one
     * @throws WorkerException where the call did not come to an end
     */
    <T> T call(Operation operation, Object subject, Lane.Question question, Lane.Reply<T> reply) throws IOException {
        Lane lane = borrow(operation, subject);
        try {
            return lane.call(operation, subject, handles, question, reply);
        } catch (Lane.FailedException e) {
            throw thrown(e.failure(), operation, subject);
        } catch (FrameTooLargeException e) {
            throw new WorkerException(operation + " of " + subject + " in the worker of " + command.pack() + ": " + e.getMessage(), e);
        } catch (MalformedFrameException e) {
            kill("it does not keep to the protocol at " + operation + " of " + subject + ": " + e.getMessage());
            throw new WorkerException(epitaph(), e);
        } catch (IOException e) {
            if (e instanceof ClosedByInterruptException || !ended()) { // else it says by its exit code why
                kill(operation + " of " + subject + " broke off: " + e);
            }
            throw new WorkerException(epitaph(), e);
        } finally {
            idle.addFirst(lane);
        }
    }

    private Lane borrow(Operation operation, Object subject) {
        try {
            Lane lane = idle.poll(2 * command.limits().call().toMillis(), TimeUnit.MILLISECONDS);
            if (lane == null) {
                throw new WorkerException("the worker of " + command.pack() + " is busy: no turn for " + operation + " of " + subject);
            }
            return lane;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerException("interrupted while waiting for the worker of " + command.pack(), e);
        }
    }

    /** The exception of the pack again, as far as it is one that the SPI speaks of; with its stack as text. */
    private IOException thrown(Failure failure, Operation operation, Object subject) {
        WorkerException stack = new WorkerException("in the worker of " + command.pack() + ": " + failure.stack());
        switch (failure.kind()) {
            case EOF -> {
                EOFException end = new EOFException(failure.message());
                end.initCause(stack);
                return end;
            }
            case IO -> {
                return new IOException(failure.message(), stack);
            }
            case ILLEGAL_ARGUMENT -> throw new IllegalArgumentException(failure.message(), stack);
            case ILLEGAL_STATE -> throw new IllegalStateException(failure.message(), stack);
            case OTHER -> throw new WorkerException(operation + " of " + subject + " failed: " + failure.message(), stack);
        }
        throw new AssertionError(failure.kind());
    }

    /** Kills the child where a call has taken longer than allowed. */
    void killOverdue() {
        for (Lane lane : lanes) {
            String call = lane.overdue(command.limits().call().toNanos());
            if (call != null) {
                kill(call + " took longer than " + command.limits().call().toMillis() + " ms");
            }
        }
    }

    /** Ends the child and all that it has started, as far as the system shows them. Calls that wait in it fail. */
    void kill(String why) {
        killed.compareAndSet(null, why);
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        hangUp();
    }

    /** Lets all calls that wait go. */
    void hangUp() {
        for (Lane lane : lanes) {
            try {
                lane.close();
            } catch (IOException e) {
                LOG.debug("closing a lane: {}", e.toString());
            }
        }
    }

    /** Why the child ended, in words; waits for its end for a short time. */
    String epitaph() {
        return "the worker of " + command.pack() + " is gone: " + cause();
    }

    String cause() {
        String cause = killed.get();
        if (cause == null) {
            cause = ended() ? command.cause(process.exitValue()) : "it has closed its connection";
        }
        String last = output.last();
        return last.isEmpty() ? cause : cause + "; its last output: " + last;
    }

    private boolean ended() {
        try {
            return process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

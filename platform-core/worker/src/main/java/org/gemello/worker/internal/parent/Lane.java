package org.gemello.worker.internal.parent;

import java.io.IOException;
import org.gemello.worker.internal.frame.Answer;
import org.gemello.worker.internal.frame.BatchWriter;
import org.gemello.worker.internal.frame.Failure;
import org.gemello.worker.internal.frame.FrameChannel;
import org.gemello.worker.internal.frame.FrameReader;
import org.gemello.worker.internal.frame.FrameTooLargeException;
import org.gemello.worker.internal.frame.FrameWriter;
import org.gemello.worker.internal.frame.MalformedFrameException;
import org.gemello.worker.internal.frame.Operation;
import org.gemello.worker.internal.frame.Request;

/** One connection to a child: one call at a time. */
final class Lane {
    private static final long IDLE = Long.MIN_VALUE;
    private final FrameChannel channel;
    private final FrameWriter request;
    private final BatchWriter batches = new BatchWriter();
    private volatile long since = IDLE;
    private volatile String call = "";

    /** Writes what an operation needs. */
    @FunctionalInterface
    interface Question {
        void write(FrameWriter frame, BatchWriter batches);
    }

    /** Reads what was answered. */
    @FunctionalInterface
    interface Reply<T> {
        T read(FrameReader frame) throws MalformedFrameException;
    }

    /** What the child threw. */
    static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Failure failure;

        FailedException(Failure failure) {
            super(failure.message());
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }

    Lane(FrameChannel channel, int frameBytes) {
        this.channel = channel;
        this.request = new FrameWriter(frameBytes);
    }

    /**
     * @param subject what is worked on, for messages
     * @throws FailedException        where the pack's code threw
     * @throws FrameTooLargeException where the request is too large; nothing was sent then
     * @throws IOException            where the child is gone or answers nonsense; the lane is of no use then
     */
    <T> T call(Operation operation, Object subject, Handles handles, Question question, Reply<T> reply) throws IOException,
            FailedException {
        call = operation + " of " + subject;
        since = System.nanoTime();
        try {
            write(operation, handles, question);
            channel.send(request);
            FrameReader answer = channel.receive();
            if (answer.getByte() == Answer.FAILED) {
                throw new FailedException(Failure.read(answer));
            }
            T result = reply.read(answer);
            answer.end();
            return result;
        } finally {
            since = IDLE;
        }
    }

    private void write(Operation operation, Handles handles, Question question) {
        try {
            Request.write(handles::freed, operation, request);
            question.write(request, batches);
        } catch (FrameTooLargeException e) {
            batches.forget();
            throw e;
        }
    }

    /** What it has been waiting for longer than so many nanoseconds; null where it has not. */
    String overdue(long nanos) {
        long begin = since;
        return begin != IDLE && System.nanoTime() - begin > nanos ? call : null;
    }

    void close() throws IOException {
        channel.close();
    }
}

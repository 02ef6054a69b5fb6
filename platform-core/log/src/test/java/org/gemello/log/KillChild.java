package org.gemello.log;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.gemello.api.TraceId;

/** The program that is killed: appends from several threads and says of each batch when it is acknowledged. */
final class KillChild {
    private KillChild() {
    }

    /** Arguments: directory, first counter. Prints {@code thread counter offset} for each acknowledged batch, until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        CloseableSampleLog log = SampleLogs.open(Path.of(arguments[0]), KillProof.OPTIONS);
        long first = Long.parseLong(arguments[1]);
        Thread[] threads = new Thread[KillWork.THREADS];
        for (int i = 0; i < threads.length; i++) {
            int thread = i;
            threads[i] = new Thread(() -> append(log, thread, first));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Never ends by itself; prints on the log's own thread, at once, because what is printed late would not be checked. */
    private static void append(CloseableSampleLog log, int thread, long first) {
        Semaphore inFlight = new Semaphore(50);
        for (long counter = first; true; counter++) {
            long appended = counter;
            inFlight.acquireUninterruptibly();
            log.append(KillWork.batch(log.points(), thread, counter), new TraceId(thread, counter)).thenAccept(offset -> {
                System.out.println(thread + " " + appended + " " + offset);
                inFlight.release();
            });
        }
    }
}

package org.gemello.log.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Segment files on a disk that counts its forces and can be made to fail or to hang. */
final class FaultyDisk {
    private int forces;
    private int faultsFrom;
    private int faultsLeft;
    private int failed;
    private String faultOfSome;
    private boolean blocked;
    private boolean blocking;
    private String forceFault;
    private String writeFault;

    SegmentFile make(Path path) throws IOException {
        SegmentFile real = SegmentFile.make(path);
        return new SegmentFile() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                fail(writeFault());
                real.write(bytes);
            }

            @Override
            public void force() throws IOException {
                fail(beforeForce());
                real.force();
            }

            @Override
            public void truncate(long bytes) throws IOException {
                fail(writeFault());
                real.truncate(bytes);
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        };
    }

    private static void fail(String fault) throws IOException {
        if (fault != null) {
            throw new IOException(fault);
        }
    }

    private synchronized String writeFault() {
        return writeFault;
    }

    private synchronized String beforeForce() {
        while (blocked) {
            blocking = true;
            try {
                wait();
            } catch (InterruptedException e) {
                return "interrupted";
            }
        }
        forces++;
        if (faultsLeft > 0 && forces >= faultsFrom) {
            faultsLeft--;
            failed++;
            return faultOfSome;
        }
        return forceFault;
    }

    synchronized int forces() {
        return forces;
    }

    /** From the n-th force from now on, so many fail. */
    synchronized void failForcesFrom(int first, int count, String fault) {
        faultsFrom = forces + first;
        faultsLeft = count;
        faultOfSome = fault;
    }

    /** How many of these have failed. */
    synchronized int failed() {
        return failed;
    }

    /** True once somebody waits for a force. */
    synchronized boolean isBlocking() {
        return blocking;
    }

    synchronized void block() {
        blocked = true;
    }

    synchronized void failForces(String fault) {
        forceFault = fault;
        blocked = false;
        notifyAll();
    }

    synchronized void failWrites(String fault) {
        writeFault = fault;
    }

    synchronized void heal() {
        forceFault = null;
        writeFault = null;
        blocked = false;
        notifyAll();
    }
}

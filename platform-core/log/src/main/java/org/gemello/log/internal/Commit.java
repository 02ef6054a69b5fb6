package org.gemello.log.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What one force puts on disk: the chunks that have been written, and how far each segment was written then. */
final class Commit {
    private final List<Chunk> chunks = new ArrayList<>();
    private final List<Progress> progress = new ArrayList<>();
    private final CompletableFuture<Void> outcome = new CompletableFuture<>();

    /** A segment, and how many bytes of it the commit covers. */
    record Progress(OpenSegment segment, long bytes) {
    }

    /** Adds a chunk that has been written to a segment. */
    void add(Chunk chunk, OpenSegment segment) {
        chunks.add(chunk);
        if (!progress.isEmpty() && progress.get(progress.size() - 1).segment() == segment) {
            progress.remove(progress.size() - 1);
        }
        progress.add(new Progress(segment, segment.written()));
    }

    boolean isEmpty() {
        return chunks.isEmpty();
    }

    List<Chunk> chunks() {
        return chunks;
    }

    /** In the order of the log; more than one where the log has changed to a new segment. */
    List<Progress> progress() {
        return progress;
    }

    long bytes() {
        return chunks.stream().mapToLong(Chunk::size).sum();
    }

    /** Offset after the last record. */
    long end() {
        return chunks.get(chunks.size() - 1).end();
    }

    /** Complete when all is on disk and acknowledged; fails where it could not be forced, and then nothing was acknowledged. */
    CompletableFuture<Void> outcome() {
        return outcome;
    }

    /** Why the force has failed; null where it has not. Waits until it is over. */
    Throwable failure() {
        try {
            outcome.join();
            return null;
        } catch (CompletionException e) {
            return e.getCause();
        }
    }
}

package org.gemello.api.connection;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gemello.api.Quality;
import org.gemello.api.TraceId;
import org.osgi.annotation.versioning.ConsumerType;

/** A {@link Connection} that takes samples from whoever brings them: over HTTP, or at the end of an integrator's route. */
@ConsumerType
public interface Pushable {

    /**
     * Stores rows. Each name must be bound; what cannot be stored goes to the dead letters and is named in the receipt.
     *
     * @param rows at most {@link #MOST_ROWS}
     * @param late true for what is older than what twins already know: only the history takes it
     * @return completed when all that can be stored is on disk; fails where the log does not take it: then nothing is sure, push again
     * @throws IllegalArgumentException for too many rows
     */
    CompletableFuture<Receipt> push(List<Row> rows, boolean late, TraceId trace);

    /**
     * Stores the rows of a text: {@code application/json} (an object {@code {"samples": [...]}}, an array, or one object a line, each
     * with {@code name}, {@code value}, {@code time}, {@code quality}) or {@code text/csv} with these columns.
     *
     * @throws IllegalArgumentException where the text as a whole cannot be read; it is then in the dead letters
     */
    CompletableFuture<Receipt> push(byte[] text, String mediaType, boolean late, TraceId trace);

    /** Most rows of one push. */
    int MOST_ROWS = 10_000;

    /**
     * One value.
     *
     * @param name    as the binding names it
     * @param value   {@link Number}, {@link Boolean}, {@link String}; null where there is only a quality
     * @param time    source time, nanoseconds since the epoch; 0 for now
     * @param quality of the value
     */
    record Row(String name, Object value, long time, Quality quality) {
    }

    /**
     * What became of a push.
     *
     * @param stored  number of samples on disk
     * @param refused what could not be stored, each in words with its place
     */
    record Receipt(int stored, List<String> refused) {
        public Receipt {
            refused = List.copyOf(refused);
        }
    }
}

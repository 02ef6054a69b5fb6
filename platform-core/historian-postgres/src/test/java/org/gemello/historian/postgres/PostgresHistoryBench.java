package org.gemello.historian.postgres;

import java.util.Arrays;
import java.util.List;
import org.gemello.historian.postgres.internal.PostgresBenchmark;

/**
 * Measures the history on PostgreSQL against a bare COPY of the same rows into an equal table, in the same run and on the same server,
 * and three questions. {@code --series N} series at 1 Hz, 1,000 unless told; {@code --seconds N}, 600 unless told.
 */
public final class PostgresHistoryBench {
    private PostgresHistoryBench() {
    }

    public static void main(String[] arguments) throws Exception {
        System.exit(new PostgresBenchmark(option(arguments, "--series", 1_000), option(arguments, "--seconds", 600)).run() ? 0 : 1);
    }

    private static int option(String[] arguments, String name, int otherwise) {
        List<String> given = Arrays.asList(arguments);
        return given.contains(name) ? Integer.parseInt(given.get(given.indexOf(name) + 1)) : otherwise;
    }
}

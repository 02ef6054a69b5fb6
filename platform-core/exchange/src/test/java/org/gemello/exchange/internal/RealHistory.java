package org.gemello.exchange.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.gemello.historian.internal.Historian;
import org.gemello.historian.internal.HistorySettings;

/** The embedded history as the platform has it: the one place here that knows how to open it. */
public final class RealHistory {
    private static final HistorySettings OFTEN = new HistorySettings(Duration.ofMillis(20), 2000, 1L << 20, Duration.ofDays(36_500), 1L << 40,
            Duration.ofDays(36_500), 1L << 40, Duration.ofMillis(50));

    private RealHistory() {
    }

    public static Historian open(Path folder, LongConsumer committed) throws IOException {
        return new Historian(folder, HistorySettings.DEFAULT, committed);
    }

    /** One that writes and merges files all the time. */
    public static Historian restless(Path folder, LongConsumer committed) throws IOException {
        return new Historian(folder, OFTEN, committed);
    }
}

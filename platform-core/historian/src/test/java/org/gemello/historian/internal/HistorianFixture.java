package org.gemello.historian.internal;


import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gemello.api.Sample;
import org.gemello.api.history.HistoryResult;

/** Opens histories and looks into their folder. */
final class HistorianFixture {
    /** Writes only when told, or by rows. */
    static final HistorySettings PATIENT = settings(1_000_000);
    static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    private static final Set<String> OTHER = Set.of(NoteJournal.NAME, LastValuesFile.NAME);

    private HistorianFixture() {
    }

    static HistorySettings settings(int flushRows) {
        return new HistorySettings(Duration.ofHours(1), flushRows, 64L << 20, Duration.ofDays(36_500), Long.MAX_VALUE,
                Duration.ofDays(36_500), Long.MAX_VALUE, Duration.ofMillis(10));
    }

    static Historian open(Path folder, HistorySettings settings) {
        try {
            return new Historian(folder, settings, offset -> { });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void flush(Historian history) {
        long end = history.position();
        history.flush();
        await().pollInterval(Duration.ofMillis(2)).until(() -> history.durable() == end);
    }

    static HistoryResult readAll(Historian history) {
        return history.read(Records.POWER, FROM, TO, 1_000_000);
    }

    static List<Object> values(Historian history) {
        return readAll(history).samples().stream().map(Sample::value).toList();
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).filter(file -> !OTHER.contains(file.getFileName().toString())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

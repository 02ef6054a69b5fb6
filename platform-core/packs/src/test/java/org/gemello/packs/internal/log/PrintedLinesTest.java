package org.gemello.packs.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.gemello.api.pack.PackLogFilter;
import org.gemello.api.pack.PackLogLine;
import org.gemello.packs.internal.bundle.PackOrigin;
import org.junit.jupiter.api.Test;

class PrintedLinesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whatALoggerPrintsHasItsLevelAndNameAndWhatWasThrownStaysWithIt() {
        PackLogBook book = new PackLogBook(NOON);
        PrintedLines lines = new PrintedLines(new PackOrigin("counter", "1.0.0", "01234567"), book, Clock.fixed(NOON, ZoneOffset.UTC));
        for (String line : new String[] {"[lane-1] WARN org.acme.Counter - odd - very", "java.lang.IllegalStateException: no", "\tat org.acme.Counter.x(Counter.java:7)",
                "Caused by: java.io.IOException", "just printed", "[lane-1] SEVERE org.acme.Counter - no level of ours"}) {
            lines.add(line);
        }
        assertThat(book.lines("counter", PackLogFilter.ALL)).extracting(PackLogLine::level, PackLogLine::logger, PackLogLine::message)
                .map(Object::toString).containsExactly(
                        "(INFO, \"output\", \"[lane-1] SEVERE org.acme.Counter - no level of ours\")",
                        "(INFO, \"output\", \"just printed\")",
                        "(WARN, \"org.acme.Counter\", \"Caused by: java.io.IOException\")",
                        "(WARN, \"org.acme.Counter\", \"\tat org.acme.Counter.x(Counter.java:7)\")",
                        "(WARN, \"org.acme.Counter\", \"java.lang.IllegalStateException: no\")",
                        "(WARN, \"org.acme.Counter\", \"odd - very\")");
    }
}

package org.gemello.packs.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.gemello.api.pack.PackLogFilter;
import org.gemello.api.pack.PackLogLine;
import org.gemello.packs.internal.TestBundle;
import org.gemello.packs.internal.bundle.TestFramework;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.log.LogEntry;
import org.osgi.service.log.LogLevel;
import org.osgi.service.log.LogListener;
import org.osgi.service.log.LogReaderService;

class LogTapTest {
    private final PackLogBook book = new PackLogBook(Instant.EPOCH);
    private final List<LogListener> listeners = new ArrayList<>();

    /** The log of a container, as far as it is asked. */
    private final class Reader implements LogReaderService {
        @Override
        public void addLogListener(LogListener listener) {
            listeners.add(listener);
        }

        @Override
        public void removeLogListener(LogListener listener) {
            listeners.remove(listener);
        }

        @Override
        public Enumeration<LogEntry> getLog() {
            return Collections.emptyEnumeration();
        }
    }

    private void log(Bundle bundle, LogLevel level, String message, Throwable thrown) {
        Map<String, Object> values = Map.of("getLogLevel", level, "getMessage", message, "getTime", 1_000L, "getLoggerName", "org.acme.Counter");
        LogEntry entry = (LogEntry) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {LogEntry.class}, (self, method, given) ->
                switch (method.getName()) {
                    case "getBundle" -> bundle;
                    case "getException" -> thrown;
                    default -> values.get(method.getName());
                });
        listeners.forEach(listener -> listener.logged(entry));
    }

    @Test
    void linesOfBundlesOfAPackAreKeptWhoeverElseLogsAndUntilItIsClosed(@TempDir Path cache) throws Exception {
        try (TestFramework framework = new TestFramework(cache)) {
            Bundle pack = framework.context().installBundle("gpack:counter@1.2.0+01234567/bundles/counter.jar",
                    new ByteArrayInputStream(new TestBundle("org.acme.counter").jar()));
            ServiceRegistration<?> log = framework.context().registerService(LogReaderService.class, new Reader(), null);
            try (LogTap tap = new LogTap(framework.context(), book)) {
                assertThat(listeners).containsExactly(tap);
                log(pack, LogLevel.WARN, "odd", null);
                log(framework.context().getBundle(), LogLevel.ERROR, "of the platform", null);
                log(null, LogLevel.ERROR, "of nobody", null);
                log(pack, LogLevel.AUDIT, "said", new IOException("broken"));
                log(pack, LogLevel.ERROR, "bad", new IllegalStateException() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public String toString() {
                        throw new UnsupportedOperationException("even that");
                    }
                });
            }
            assertThat(listeners).isEmpty();
            log.unregister();
        }
        List<PackLogLine> lines = book.lines("counter", PackLogFilter.ALL);
        assertThat(lines).extracting(PackLogLine::message).containsExactly("bad", "said", "odd");
        assertThat(lines).extracting(PackLogLine::level).containsExactly(PackLogLine.Level.ERROR, PackLogLine.Level.INFO, PackLogLine.Level.WARN);
        assertThat(lines).allMatch(line -> line.version().equals("1.2.0") && line.time().equals(Instant.ofEpochSecond(1))
                && line.logger().equals("org.acme.Counter") && line.twin().isEmpty());
        assertThat(lines.get(0).trace()).isEqualTo("what was thrown cannot be shown: java.lang.UnsupportedOperationException");
        assertThat(lines.get(1).trace()).startsWith("java.io.IOException: broken");
    }
}

package org.gemello.ctl;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import org.gemello.client.access.EventStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes as they happen, one JSON document a line. */
@Command(name = "events", description = "Changes as they happen, one JSON document a line; Ctrl-C ends it", mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {
    @Mixin
    private Access access;
    @Option(names = "--after", paramLabel = "ID", defaultValue = "", description = "Begin after this event; now where it is absent")
    private String after;
    @Option(names = "--kind", paramLabel = "NAME", defaultValue = "", description = "Only events of this kind")
    private String kind;
    @Option(names = "--count", paramLabel = "N", defaultValue = "0", description = "End after so many")
    private int count;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = access.out();
        try (EventStream stream = access.platform().events(after)) {
            int[] seen = {0};
            stream.follow(event -> {
                if (!kind.isEmpty() && !kind.equals(event.name())) {
                    return;
                }
                out.printf("{\"id\":\"%s\",\"event\":\"%s\",\"data\":%s}%n", event.id(), event.name(), event.data());
                out.flush();
                if (++seen[0] == count) {
                    close(stream);
                }
            });
        }
        return 0;
    }

    private static void close(EventStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

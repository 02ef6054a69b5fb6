package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.gemello.client.access.Event;
import org.gemello.client.access.EventStream;
import org.gemello.client.model.PackLogLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a pack has logged, the newest at the end. */
@Command(name = "log", description = "What a pack has logged since the platform started, the newest at the end", mixinStandardHelpOptions = true)
final class PackLogCommand implements Callable<Integer> {
    private static final Columns COLUMNS = Columns.of("TIME=/time", "LEVEL=/level", "VERSION=/version", "TWIN=/twin", "LOGGER=/logger", "MESSAGE=/message");
    private static final int MOST = 1000;

    @Mixin
    private Access access;
    @Parameters(paramLabel = "PACK")
    private String pack;
    @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "INFO", description = "As grave as this, or graver: ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private PackLogLevel level;
    @Option(names = "--text", paramLabel = "TEXT", description = "In message, logger, trace or twin")
    private String text;
    @Option(names = "--of", paramLabel = "VERSION", description = "Of this version of the pack")
    private String version;
    @Option(names = "--since", paramLabel = "TIME", description = "ISO 8601")
    private Instant since;
    @Option(names = "--lines", paramLabel = "N", defaultValue = "100", description = "At most so many to begin with (${DEFAULT-VALUE})")
    private int lines;
    @Option(names = "--follow", description = "Go on with what comes; Ctrl-C ends it. Other than as a table one JSON document a line")
    private boolean follow;
    @Option(names = "--count", paramLabel = "N", defaultValue = "0", description = "Follow no longer than for so many lines")
    private int count;
    private long last = -1;
    private int followed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ArrayNode read = read(lines);
        if (!follow || access.isTable()) {
            access.print(read, COLUMNS);
        } else {
            read.forEach(this::print);
        }
        if (follow) {
            follow();
        }
        return 0;
    }

    /** The lines that have not been read yet, the newest at the end. */
    private ArrayNode read(int most) throws IOException, InterruptedException {
        StringBuilder path = new StringBuilder("/packs/").append(GetCommand.encoded(pack)).append("/log?level=").append(level).append("&limit=").append(most);
        if (text != null) {
            path.append("&text=").append(GetCommand.encoded(text));
        }
        if (version != null) {
            path.append("&version=").append(GetCommand.encoded(version));
        }
        if (since != null) {
            path.append("&since=").append(since);
        }
        JsonNode found = access.get(path.toString());
        ArrayNode fresh = JsonNodeFactory.instance.arrayNode();
        for (int i = found.size() - 1; i >= 0; i--) {
            JsonNode line = found.get(i);
            if (line.path("id").asLong() > last) {
                fresh.add(line);
                last = line.path("id").asLong();
                since = Instant.parse(line.path("time").asText());
            }
        }
        return fresh;
    }

    /** The stream begins with where the log is now, so nothing is missed between the first lines and the next. */
    private void follow() throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        try (EventStream stream = access.platform().events("", "packs")) {
            stream.follow(event -> {
                try {
                    if (isNews(event, json)) {
                        ArrayNode fresh = read(MOST);
                        fresh.forEach(this::print);
                        followed += fresh.size();
                    }
                    if (count > 0 && followed >= count) {
                        stream.close();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // the stream ends at its next wait
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isNews(Event event, ObjectMapper json) throws IOException {
        if (!event.name().equals("pack-log")) {
            return false;
        }
        JsonNode news = json.readTree(event.data());
        return news.path("pack").asText().equals(pack) && news.path("newest").asLong() > last;
    }

    private void print(JsonNode line) {
        access.out().println(access.isTable() ? String.join("  ", COLUMNS.cells(line)) : line.toString());
        access.out().flush();
    }
}

package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Past values, or sums of them. */
@Command(name = "history", description = "Past values of a point", mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {
    private static final Columns SAMPLES = Columns.of("TIME=/sourceTime", "VALUE=/value", "UNIT=/unit", "QUALITY=/quality/symbol");
    private static final Columns AGGREGATES = Columns.of("START=/start", "COUNT=/count", "MIN=/min", "MAX=/max", "MEAN=/timeWeighted", "GOOD=/good");
    @Mixin
    private Access access;
    @Parameters(paramLabel = "TWIN/POINT", description = "Such as wt-01/WTUR.W")
    private String point;
    @Option(names = "--from", paramLabel = "TIME", description = "ISO 8601, or a duration before --to such as PT1H (PT1H)", defaultValue = "PT1H")
    private String from;
    @Option(names = "--to", paramLabel = "TIME", description = "ISO 8601 (now)")
    private Instant to;
    @Option(names = "--every", paramLabel = "DURATION", description = "Aggregates of intervals of this length instead of single values, such as PT10M")
    private Duration every;
    @Option(names = "--limit", paramLabel = "N", defaultValue = "500", description = "At most so many values, thinned out where there are more (500)")
    private int limit;

    @Override
    public Integer call() throws IOException, InterruptedException {
        int slash = point.indexOf('/');
        if (slash < 1 || slash == point.length() - 1) {
            throw new UsageException("'" + point + "' is no point; write TWIN/POINT, such as wt-01/WTUR.W");
        }
        Instant end = to == null ? Instant.now() : to;
        Instant begin = from.startsWith("P") ? end.minus(Duration.parse(from)) : Instant.parse(from);
        String path = "/twins/" + GetCommand.encoded(point.substring(0, slash)) + "/points/" + GetCommand.encoded(point.substring(slash + 1));
        String interval = "?from=" + begin + "&to=" + end;
        if (every != null) {
            access.print(access.get(path + "/aggregates" + interval + "&interval=" + every), AGGREGATES);
            return 0;
        }
        JsonNode history = access.get(path + "/history" + interval + "&maxPoints=" + limit);
        access.print(history.path("samples"), SAMPLES);
        history.path("gaps").forEach(gap -> access.err().printf("gap from %s to %s: %s%n", gap.path("from").asText(), gap.path("to").asText(),
                gap.path("reason").asText()));
        return 0;
    }
}

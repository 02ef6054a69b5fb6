package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Looks at one thing or at all of a kind; pages are put together. */
@Command(name = "get", description = "Shows all of a kind, or one", mixinStandardHelpOptions = true)
final class GetCommand implements Callable<Integer> {
    private static final int MOST_PAGES = 1000;
    private static final Columns STATE = Columns.of("POINT=/point", "VALUE=/value", "UNIT=/unit", "QUALITY=/quality/symbol", "TIME=/sourceTime");

    /** Kinds are typed with a hyphen. */
    static final class KindConverter implements ITypeConverter<Kind> {
        @Override
        public Kind convert(String text) {
            return Arrays.stream(Kind.values()).filter(kind -> kind.toString().equals(text) || kind.toString().equals(text + 's')).findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no kind '" + text + "'; known are "
                            + Arrays.toString(Kind.values())));
        }
    }

    /** Kinds for the completion. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Kind.values()).map(Kind::toString).iterator();
        }
    }

    @Mixin
    private Access access;
    @Parameters(index = "0", paramLabel = "KIND", converter = KindConverter.class, completionCandidates = Kinds.class,
            description = "${COMPLETION-CANDIDATES}")
    private Kind kind;
    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Only this one; of a twin: its values")
    private String id;
    @Option(names = {"-f", "--filter"}, paramLabel = "KEY=VALUE", description = "Filters of the API, such as type=energy/wind-turbine")
    private Map<String, String> filters = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        String path = path();
        if (id != null) {
            JsonNode one = access.get(path + '/' + encoded(id));
            boolean values = kind == Kind.TWINS;
            access.print(values ? one.path("state") : one, values ? STATE : kind.columns());
        } else {
            access.print(all(path), kind.columns());
        }
        return 0;
    }

    private String path() {
        if (!kind.path().contains("{twin}")) {
            return kind.path();
        }
        String twin = filters.remove("twin");
        if (twin == null) {
            throw new UsageException(kind + " belong to a twin; add --filter twin=ID");
        }
        return kind.path().replace("{twin}", encoded(twin));
    }

    private JsonNode all(String path) throws IOException, InterruptedException {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Map<String, String> query = new LinkedHashMap<>(filters);
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = access.get(path + query(query));
            JsonNode items = answer.isArray() ? answer : answer.path(answer.has("parts") ? "parts" : "items");
            items.forEach(all::add);
            if (!answer.hasNonNull("next")) {
                return all;
            }
            query.put("cursor", answer.get("next").asText());
        }
        throw new UsageException("more than " + MOST_PAGES + " pages; use a filter");
    }

    private static String query(Map<String, String> parameters) {
        StringBuilder query = new StringBuilder();
        parameters.forEach((key, value) -> query.append(query.isEmpty() ? '?' : '&').append(encoded(key)).append('=').append(encoded(value)));
        return query.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package org.gemello.ctl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gemello.client.access.Platform;
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
    /** What a path cannot do without. */
    private static final Pattern OWNER = Pattern.compile("\\{([a-z]+)}");
    private static final Columns CONFIGURATION = Columns.of("KEY=/key", "TYPE=/type", "UNIT=/unit", "LOW=/low", "HIGH=/high", "DEFAULT=/default",
            "REQUIRED=/required", "ROLE=/role", "TITLE=/title/en");
    private static final Columns STATE = Columns.of("POINT=/point", "VALUE=/value", "UNIT=/unit", "QUALITY=/quality/symbol", "TIME=/sourceTime");

    /** Kinds are typed with a hyphen. */
    static final class KindConverter implements ITypeConverter<Kind> {
        @Override
        public Kind convert(String text) {
            return Arrays.stream(Kind.values()).filter(kind -> kind.toString().equals(text) || kind.toString().equals(text + 's')
                    || text.endsWith("y") && kind.toString().equals(text.substring(0, text.length() - 1) + "ies")).findFirst()
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
    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "Only this one; of a twin its values, of a model what may be configured")
    private String id;
    @Option(names = {"-f", "--filter"}, paramLabel = "KEY=VALUE", description = "Filters of the API, such as type=energy/wind-turbine")
    private Map<String, String> filters = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        String path = path();
        if (id != null) {
            JsonNode one = access.get(path + '/' + Arrays.stream(id.split("/")).map(GetCommand::encoded).collect(Collectors.joining("/")));
            switch (kind) {
                case TWINS -> access.print(one.path("state"), STATE);
                case MODELS -> access.print(access.isTable() ? one.path("configuration") : one, CONFIGURATION);
                default -> access.print(one, kind.columns());
            }
        } else {
            access.print(all(path), kind.columns());
        }
        return 0;
    }

    private String path() {
        Matcher owner = OWNER.matcher(kind.path());
        if (!owner.find()) {
            return kind.path();
        }
        String name = filters.remove(owner.group(1));
        if (name == null) {
            throw new UsageException(kind + " belong to a " + owner.group(1) + "; add --filter " + owner.group(1) + "=NAME");
        }
        return kind.path().replace(owner.group(), encoded(name));
    }

    private JsonNode all(String path) throws IOException, InterruptedException {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        String next = path + query(filters);
        for (int page = 0; page < MOST_PAGES; page++) {
            Platform.Page answer = access.page(next);
            items(answer.body()).forEach(all::add);
            if (answer.next() == null) {
                return all;
            }
            next = answer.next();
        }
        throw new UsageException("more than " + MOST_PAGES + " pages; use a filter");
    }

    private Iterable<JsonNode> items(JsonNode answer) {
        if (kind == Kind.RELATIONS) {
            return relations(answer);
        }
        return answer.isArray() ? answer : answer.path(kind == Kind.HEALTH ? "parts" : "items");
    }

    /** Both sides in one table. */
    private static List<JsonNode> relations(JsonNode answer) {
        List<JsonNode> rows = new ArrayList<>();
        answer.path("parts").forEach(part -> rows.add(((ObjectNode) part).put("relation", "has part")));
        answer.path("partOf").forEach(whole -> rows.add(((ObjectNode) whole).put("relation", "is part of")));
        return rows;
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

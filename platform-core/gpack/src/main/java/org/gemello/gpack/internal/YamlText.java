package org.gemello.gpack.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gemello.gpack.Limits;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One YAML 1.2 document of a pack, hostile until checked: size and depth are bounded, and aliases, by which a small file grows without
 * end, are refused before any tree is built.
 */
public final class YamlText {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_EVENTS = 500_000;
    private final String name;
    private final Problems problems;

    private YamlText(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    /** The mapping at the top; empty where there is none, and then the problem is noted. */
    public static Optional<YamlMap> read(byte[] bytes, String name, Problems problems) {
        return new YamlText(name, problems).read(bytes);
    }

    private Optional<YamlMap> read(byte[] bytes) {
        try {
            if (bytes.length > Limits.DOCUMENT_BYTES) {
                problems.add(start(), "is larger than " + Limits.DOCUMENT_BYTES + " bytes");
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).setMaxAliasesForCollections(0)
                    .setAllowRecursiveKeys(false).setCodePointLimit(Limits.DOCUMENT_BYTES).setBufferSize(text.length() + 1).build();
            if (!isHarmless(settings, text)) {
                return Optional.empty();
            }
            Node top = new Compose(settings).composeString(text).orElse(null);
            if (top instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(name, mapping, problems));
            }
            problems.add(start(), "has no keys at the top; write 'key: value' lines");
        } catch (CharacterCodingException e) {
            problems.add(start(), "is not UTF-8; save it as UTF-8");
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark().map(this::place).orElseGet(this::start), "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(start(), "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The parser hands out events without recursion, so that neither depth nor aliases can do harm here. */
    private boolean isHarmless(LoadSettings settings, String text) {
        int depth = 0;
        int events = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event.getEventId() == Event.ID.Alias) {
                problems.add(place(event), "aliases (*name) are not allowed; write the value out");
                return false;
            } else if (++events > MAX_EVENTS || event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                problems.add(place(event), "has more than " + MAX_DEPTH + " levels or " + MAX_EVENTS + " values; make it smaller");
                return false;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return true;
    }

    private Place start() {
        return new Place(name, 1, 1);
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElseGet(this::start);
    }

    private Place place(Mark mark) {
        return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
    }
}

package org.gemello.binding.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.gemello.binding.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads one YAML 1.2 file into a tree whose nodes know their place. The file is hostile until checked: its size and depth are
 * bounded, and aliases, by which a small file grows without end, are refused before any tree is built.
 */
final class YamlFile {
    static final int MAX_BYTES = 1 << 20;
    static final int MAX_DEPTH = 20;
    private final String name;
    private final Problems problems;

    private YamlFile(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    /** The file's text with its mapping at the top; empty where it cannot be read as one, and then the problem is noted. */
    static Optional<SourceText> read(ConfigurationFiles.Source source, Problems problems) {
        return new YamlFile(source.name(), problems).read(source);
    }

    /** Keys and values of a text that the platform has written itself. */
    static Map<String, Object> readAgain(String text) {
        return ContentReader.map((MappingNode) new Compose(settings(text)).composeString(text).orElseThrow());
    }

    private Optional<SourceText> read(ConfigurationFiles.Source source) {
        String text = "";
        try {
            text = text(source);
            LoadSettings settings = settings(text);
            checkEvents(settings, text);
            Node top = new Compose(settings).composeString(text).orElse(null);
            if (top instanceof MappingNode mapping) {
                return Optional.of(new SourceText(name, text, mapping));
            }
            problems.add(start(), top == null ? "is empty; write its keys or remove the file"
                    : "has no keys at the top; write 'key: value' lines");
        } catch (CharacterCodingException e) {
            problems.add(start(), "is not UTF-8; save it as UTF-8");
        } catch (RefusedException e) {
            problems.add(e.place, e.getMessage());
        } catch (IOException e) {
            problems.add(start(), "cannot be read: " + e);
        } catch (MarkedYamlEngineException e) {
            problems.add(e.getProblemMark().map(this::place).orElseGet(this::start), "is not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            problems.add(placeOf(text, e.getPosition()), "has a character that YAML does not allow; remove it");
        } catch (YamlEngineException e) {
            problems.add(start(), "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private String text(ConfigurationFiles.Source source) throws IOException {
        byte[] bytes;
        try (InputStream in = source.open()) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new RefusedException(start(), "is larger than " + MAX_BYTES + " bytes; split it");
        }
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The buffer holds the whole text: with a smaller one a long value takes time by the square of its length. */
    private static LoadSettings settings(String text) {
        return LoadSettings.builder().setSchema(new CoreSchema()).setMaxAliasesForCollections(0).setAllowRecursiveKeys(false)
                .setCodePointLimit(MAX_BYTES).setBufferSize(text.length() + 1).build();
    }

    /** The parser hands out events without recursion, so that neither depth nor aliases can do harm here. */
    private void checkEvents(LoadSettings settings, String text) throws RefusedException {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            if (event.getEventId() == Event.ID.Alias) {
                throw new RefusedException(place(event), "aliases (*name) are not allowed; write the value out");
            } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                throw new RefusedException(place(event), "is nested deeper than " + MAX_DEPTH + " levels; make it flatter");
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
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

    private Place placeOf(String text, int codePoints) {
        String before = text.substring(0, text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length()))));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(name, line, before.length() - before.lastIndexOf('\n'));
    }

    /** The file is well-formed, or may be, but goes beyond a limit. */
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Place place;

        RefusedException(Place place, String message) {
            super(message);
            this.place = place;
        }
    }
}

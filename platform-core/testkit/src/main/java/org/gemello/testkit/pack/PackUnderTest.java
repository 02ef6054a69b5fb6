package org.gemello.testkit.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;

/** What a {@link PackContractTest} needs to know: the type, what such a twin is given, and states that older versions have written. */
public final class PackUnderTest {
    private final TwinType<?> type;
    private TwinContext context = GivenContext.of("twin-1");
    private final List<LogEntry> recording = new ArrayList<>();
    private final Map<Integer, byte[]> oldStates = new TreeMap<>();

    private PackUnderTest(TwinType<?> type) {
        this.type = type;
    }

    public static PackUnderTest of(TwinType<?> type) {
        return new PackUnderTest(type);
    }

    /** The twin's configuration; none where this is not called. */
    public PackUnderTest configured(Map<String, String> configuration) {
        context = new GivenContext(context.twin(), configuration, context.parts());
        return this;
    }

    /** The twin's parts by role; none where this is not called. */
    public PackUnderTest parts(Map<String, List<TwinId>> parts) {
        context = new GivenContext(context.twin(), context.configuration(), parts);
        return this;
    }

    /**
     * What a twin is given, in the form of {@link RecordedLogFile}.
     *
     * @param resource path from the root of the test's resources, such as {@code /boiler.csv}
     */
    public PackUnderTest recording(String resource) {
        try (InputStream in = open(resource)) {
            return recording(RecordedLogFile.read(in, resource, context.twin(), type.model()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a twin is given. It should reach all that the behaviour does: values of every point, bad ones, ticks, commands. */
    public PackUnderTest recording(List<LogEntry> entries) {
        recording.addAll(entries);
        return this;
    }

    /** A state that a version with that schema has written. Each migration needs one. */
    public PackUnderTest oldState(int schema, byte[] bytes) {
        oldStates.put(schema, bytes.clone());
        return this;
    }

    /** Like {@link #oldState(int, byte[])}, from a file among the test's resources. */
    public PackUnderTest oldState(int schema, String resource) {
        try (InputStream in = open(resource)) {
            return oldState(schema, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream open(String resource) {
        InputStream in = type.getClass().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalArgumentException("there is no " + resource + " among the resources of the test");
        }
        return in;
    }

    TwinTypeContract<?> contract() {
        return new TwinTypeContract<>(type, context);
    }

    List<LogEntry> recording() {
        return List.copyOf(recording);
    }

    Map<Integer, byte[]> oldStates() {
        return oldStates;
    }
}

package org.gemello.testkit.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.spi.TwinType;
import org.gemello.testkit.clock.VirtualClock;
import org.gemello.testkit.pack.GivenContext;

/**
 * Runs twins of one type as the platform does, without the platform: in this thread, at once, with a clock that the test moves. What a
 * behaviour throws comes out of the call that fed it, where the platform would park the twin.
 *
 * <pre>{@code
 * TestTwin boiler = TestRuntime.of(new BoilerType()).twin("boiler-1");
 * boiler.send("T", 95.0).advance(Duration.ofSeconds(10));
 * assertThat(boiler.alarm("too-hot")).isPresent();
 * }</pre>
 */
public final class TestRuntime {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private final VirtualClock clock;
    private final Map<TwinId, TestTwin> twins = new LinkedHashMap<>();
    private TwinType<?> type;
    private Instant nextTick;

    private TestRuntime(TwinType<?> type, VirtualClock clock) {
        this.type = type;
        this.clock = clock;
        this.nextTick = clock.instant().plus(SECOND);
    }

    /** A runtime whose clock begins at {@link VirtualClock#START}. */
    public static TestRuntime of(TwinType<?> type) {
        return new TestRuntime(type, new VirtualClock());
    }

    public static TestRuntime of(TwinType<?> type, Instant start) {
        return new TestRuntime(type, new VirtualClock(start));
    }

    /** The twin of that id, without configuration where it is new. */
    public TestTwin twin(String id) {
        return twin(id, Map.of());
    }

    /**
     * The twin of that id.
     *
     * @param configuration as in the site's {@code configuration}; of no effect where the twin is there already
     * @throws IllegalArgumentException where the type refuses the configuration
     */
    public TestTwin twin(String id, Map<String, String> configuration) {
        return twin(id, configuration, Map.of());
    }

    /** Like {@link #twin(String, Map)}, with parts by role; what these tell is sent to the twin as {@code part/point}. */
    public TestTwin twin(String id, Map<String, String> configuration, Map<String, List<TwinId>> parts) {
        return twins.computeIfAbsent(new TwinId(id), twin -> new TestTwin(this, type, new GivenContext(twin, configuration, parts)));
    }

    public VirtualClock clock() {
        return clock;
    }

    /** Moves the clock; all twins get a tick at each whole second since the start that is reached. */
    public TestRuntime advance(Duration duration) {
        Instant end = clock.instant().plus(duration);
        while (!nextTick.isAfter(end)) {
            clock.moveTo(nextTick);
            tick();
            nextTick = nextTick.plus(SECOND);
        }
        clock.moveTo(end);
        return this;
    }

    /** Gives all twins one tick now, without moving the clock. */
    public TestRuntime tick() {
        twins.values().forEach(twin -> twin.tickAt(clock.instant()));
        return this;
    }

    /**
     * Exchanges the type under all twins as a new version of a pack would: states through the old codec, the new type's migrations and
     * the new codec; last values under their new names and in their new units.
     *
     * @throws AssertionError where the platform would refuse the new version: a migration is missing, a newer state, a unit of another
     *                        dimension; the message names it
     */
    public TestRuntime swapTo(TwinType<?> newType) {
        twins.values().forEach(twin -> twin.swap(newType));
        type = newType;
        return this;
    }
}

package org.gemello.testkit.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.command.Command;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.ProposalDraft;
import org.gemello.spi.TwinType;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.Recording;

/** One twin of a {@link TestRuntime}. Every call that feeds it returns it, so that calls can be strung together. */
public final class TestTwin {
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);
    private final TestRuntime runtime;
    private final GivenContext context;
    private final TwinMemory memory;
    private final Recording recording;
    private final CommandRules rules = new CommandRules();
    private RunningType<?> running;
    private int commands;
    private long offset;

    TestTwin(TestRuntime runtime, TwinType<?> type, GivenContext context) {
        this.runtime = runtime;
        this.context = context;
        this.running = RunningType.fresh(type, context);
        this.memory = new TwinMemory(context.twin());
        this.recording = new Recording(context.twin(), type.model());
    }

    /** A value of good quality, in the model's unit, now; {@code part/point} for one of a part. */
    public TestTwin send(String point, Object value) {
        return send(point, value, Quality.GOOD);
    }

    /**
     * A value: a number, a boolean, a text, or null where the source gave none. A number outside the point's range becomes uncertain, as
     * on the platform.
     *
     * @throws NoSuchElementException where the model has no such point
     */
    public TestTwin send(String point, Object value, Quality quality) {
        return send(moment -> moment.with(point, value, quality));
    }

    /** A value with a source time of its own. */
    public TestTwin send(String point, Object value, Quality quality, Instant sourceTime) {
        return send(moment -> moment.with(point, value, quality, sourceTime));
    }

    /** Several values in one batch, as a source may send them together. */
    public TestTwin send(Consumer<Recording.Moment> values) {
        recording.samples(runtime.clock().instant(), values);
        return feed(recording.last());
    }

    /** Moves the clock of the runtime, for all its twins. */
    public TestTwin advance(Duration duration) {
        runtime.advance(duration);
        return this;
    }

    void tickAt(Instant now) {
        feed(recording.tick(now).last());
        for (ProposalDraft draft : proposals()) {
            if (!Times.instant(draft.sourceTime()).plus(draft.validFor()).isAfter(now)) {
                decide(draft.key(), ProposalState.EXPIRED, "", "nobody decided in time");
            }
        }
    }

    /** A command with one argument. */
    public TestTwin command(String name, String parameter, double value) {
        return command(name, Map.of(parameter, value));
    }

    /** A command by user {@code operator}. It reaches the behaviour only where the model lets it: parameters, range, step, interval. */
    public TestTwin command(String name, Map<String, Double> arguments) {
        Instant now = runtime.clock().instant();
        Command command = new Command("command-" + ++commands, context.twin(), name, arguments, "operator", now, now.plus(TIME_TO_LIVE));
        Optional<String> objection = rules.objection(command, model(), memory::number);
        if (objection.isPresent()) {
            memory.rejected(objection.get());
            return this;
        }
        return feed(recording.command(command).last());
    }

    /** User {@code operator} accepts an open proposal, and its commands are confirmed. */
    public TestTwin accept(String key) {
        return decide(key, ProposalState.ACCEPTED, "operator", "").decided(key, ProposalState.APPLIED, "");
    }

    /** User {@code operator} accepts an open proposal, and one of its commands fails. */
    public TestTwin acceptInVain(String key, String reason) {
        return decide(key, ProposalState.ACCEPTED, "operator", "").decided(key, ProposalState.FAILED, reason);
    }

    /** User {@code operator} declines an open proposal. */
    public TestTwin decline(String key, String reason) {
        return decide(key, ProposalState.DECLINED, "operator", reason);
    }

    private TestTwin decide(String key, ProposalState state, String by, String reason) {
        if (memory.open().remove(key) == null) {
            throw new NoSuchElementException(context.twin() + " has no open proposal '" + key + "'; open are " + memory.open().keySet());
        }
        return feed(recording.proposal(key, state, by, reason, runtime.clock().instant()).last());
    }

    private TestTwin decided(String key, ProposalState state, String reason) {
        return feed(recording.proposal(key, state, "", reason, runtime.clock().instant()).last());
    }

    /** All entries of a recording, such as one of {@link org.gemello.testkit.pack.RecordedLogFile}; the clock goes along, without ticks. */
    public TestTwin replay(List<LogEntry> entries) {
        for (LogEntry entry : entries) {
            Instant time = EntryTime.of(entry);
            if (time.isAfter(runtime.clock().instant())) {
                runtime.clock().moveTo(time);
            }
            feed(recording.add(entry).last());
        }
        return this;
    }

    private TestTwin feed(LogEntry entry) {
        LogEntry seen = entry;
        if (entry instanceof LogEntry.Samples samples) {
            SampleBatch batch = Ranges.marked(samples.batch(), context.twin(), model()).at(offset);
            memory.samples(batch);
            seen = new LogEntry.Samples(batch);
        }
        offset += entry.count();
        memory.effects(running.feed(seen), model(), Times.nanos(runtime.clock().instant()));
        return this;
    }

    void swap(TwinType<?> newType) {
        RunningType<?> next = running.becoming(newType, context);
        memory.remodel(newType.model());
        recording.remodel(newType.model());
        running = next;
    }

    public TwinModel model() {
        return running.model();
    }

    /** The last sample of every point that has one, measured and derived, by point name. */
    public Map<String, Sample> state() {
        return memory.state();
    }

    /** @throws NoSuchElementException where the point has no value yet */
    public Sample state(String point) {
        return Optional.ofNullable(state().get(point))
                .orElseThrow(() -> new NoSuchElementException("point " + point + " of " + context.twin()
                        + " has no value yet; known are " + state().keySet()));
    }

    /** The last value of a point as a number, NaN where it has none. */
    public double value(String point) {
        return memory.number(point);
    }

    /** All values derived for a point, oldest first. */
    public List<Effect.Derived> derived(String point) {
        return memory.all(Effect.Derived.class).stream().filter(derived -> derived.point().equals(point)).toList();
    }

    /**
     * The last text of a point.
     *
     * @throws NoSuchElementException where the point has no value yet
     */
    public String text(String point) {
        return String.valueOf(state(point).value());
    }

    /** Proposals that are open, oldest first. */
    public List<ProposalDraft> proposals() {
        return List.copyOf(memory.open().values());
    }

    /** A proposal that is open. */
    public Optional<ProposalDraft> proposal(String key) {
        return Optional.ofNullable(memory.open().get(key));
    }

    /** What the twin has told of the effects of its proposals, oldest first. */
    public List<Effect.Measured> measured() {
        return memory.all(Effect.Measured.class);
    }

    /** Alarms that are active. */
    public List<Alarm> alarms() {
        return memory.alarms().stream().filter(Alarm::active).toList();
    }

    /** An alarm that is active. */
    public Optional<Alarm> alarm(String name) {
        return alarms().stream().filter(alarm -> alarm.name().equals(name)).findFirst();
    }

    /** Set points that were written, oldest first. */
    public List<Effect.Written> writes() {
        return memory.all(Effect.Written.class);
    }

    /** Why commands were refused, by the model's rules or by the behaviour, oldest first. */
    public List<String> rejections() {
        return memory.all(Effect.Rejected.class).stream().map(Effect.Rejected::reason).toList();
    }

    /** The state of the behaviour as the platform would keep it. */
    public byte[] bytes() {
        return running.encode();
    }

    /** All that this twin was fed, for {@link org.gemello.testkit.pack.RecordedLogFile} or a contract test. */
    public List<LogEntry> recording() {
        return recording.entries();
    }
}

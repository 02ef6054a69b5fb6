package org.gemello.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.ProposalState;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinType;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.Recording;
import org.gemello.testkit.pack.RecordingEffects;
import org.gemello.testkit.pack.TwinTypeContract;
import org.gemello.worker.pack.CounterType;
import org.gemello.worker.pack.TroubleType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A type gives the same in a worker as in this process. */
class WorkerContractTest {
    private static final GivenContext CONTEXT = new GivenContext(new TwinId("t-1"), Map.of("factor", "1.25"),
            Map.of("neighbour", List.of(new TwinId("t-9"), new TwinId("t-2"))));
    @TempDir
    private static Path folder;
    private static WorkerFixture fixture;
    private final CounterType here = new CounterType();
    private final TwinType<?> there = fixture.type();

    @BeforeAll
    static void startWorker() throws IOException {
        fixture = new WorkerFixture(folder, WorkerFixture.LIMITS, CounterType.class, TroubleType.class);
    }

    @AfterAll
    static void stopWorker() {
        fixture.close();
    }

    private List<LogEntry> recording() {
        Recording recording = new Recording(CONTEXT.twin(), here.model());
        for (int i = 0; i < 300; i++) {
            double value = i * 7.3;
            Instant now = Instant.ofEpochSecond(i, 5);
            recording.samples(now, moment -> moment.with("power", value).with("note", "größer " + value).with("power", (long) value,
                    Quality.BAD)
                    .with("power", null, Quality.UNCERTAIN).with("power", Double.NaN)).tick(now);
            recording.samples(now, moment -> moment.with("t-9/power", value / 1000)).proposal("relief", ProposalState.values()[(int) value % 8], "kim",
                    "größer", now);
        }
        return recording.command(WorkerFixture.command("set-limit", Map.of("limit", 3000.0)))
                .command(WorkerFixture.command("set-limit", Map.of("limit", 13.0))).entries();
    }

    /** Effects entry by entry, and the bytes at the end. */
    private static <S> List<Object> run(TwinType<S> type, List<LogEntry> recording) throws IOException {
        List<Object> seen = new ArrayList<>();
        RecordingEffects out = new RecordingEffects(type.model());
        TwinBehavior<S> behavior = type.behavior(CONTEXT);
        S state = behavior.initial();
        long offset = 17;
        for (LogEntry entry : recording) {
            if (entry instanceof LogEntry.Samples samples) {
                behavior.onSamples(state, samples.batch().at(offset), out);
                if (samples.batch().size() > 4) {
                    behavior.onSamples(state, samples.batch().at(offset).select(new int[] {4, 1, 0}, 3), out);
                }
            } else if (entry instanceof LogEntry.ProposalMoved) {
                seen.add(out.feed(behavior, state, entry));
                offset++;
                continue;
            } else if (entry instanceof LogEntry.Tick tick) {
                behavior.onTick(state, tick.time(), out);
            } else if (entry instanceof LogEntry.CommandIssued issued) {
                out.setCommanding(true);
                behavior.onCommand(state, issued.command(), out);
                out.setCommanding(false);
            }
            offset += entry.count();
            List<Effect> effects = out.take();
            seen.add(effects);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        type.codec().encode(state, new DataOutputStream(bytes));
        seen.add(HexFormat.of().formatHex(bytes.toByteArray()));
        return seen;
    }

    private static <S> void check(TwinType<S> type, List<LogEntry> recording) {
        new TwinTypeContract<>(type, CONTEXT).check(recording);
    }

    @Test
    void describesItselfAsInThisProcess() {
        assertThat(fixture.worker().types()).extracting(type -> type.id().value()).containsExactly("test/counter", "test/trouble");
        assertThat(there.id()).isEqualTo(here.id());
        assertThat(there.model()).isEqualTo(here.model());
        assertThat(there.migrations()).extracting(migration -> migration.from()).containsExactly(1);
    }

    @Test
    void keepsTheContractInThisProcessAndInTheWorker() {
        check(here, recording());
        check(there, recording());
    }

    @Test
    void givesTheSameEffectsAndBytes() throws IOException {
        assertThat(run(there, recording())).isEqualTo(run(here, recording())).hasSize(1203);
    }

    @Test
    void migratesAndReadsStates() throws IOException {
        byte[] old = new byte[16];
        old[7] = 5;
        assertThat(there.migrations().get(0).migrate(old)).isEqualTo(here.migrations().get(0).migrate(old)).hasSize(24);
        assertThatThrownBy(() -> there.migrations().get(0).migrate(new byte[3])).isExactlyInstanceOf(IOException.class)
                .hasMessage("a state of schema 1 has 16 bytes, not 3");
        assertThatThrownBy(() -> there.codec().decode(new DataInputStream(new ByteArrayInputStream(old)))).isInstanceOf(EOFException.class);
    }

    @Test
    void leavesWhatFollowsAStateInTheStream() throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[30]));
        there.codec().decode(in);
        assertThat(in.available()).isEqualTo(6);
    }
}

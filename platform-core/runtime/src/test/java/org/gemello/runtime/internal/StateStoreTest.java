package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.Proposal;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateStoreTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
    @TempDir
    Path folder;

    private static RuntimeImage image(long offset) {
        List<Sample> mirror = new ArrayList<>();
        for (Object value : new Object[] {1.5, Double.NaN, -7L, true, "Störung", null}) {
            mirror.add(new Sample(new PointId(new TwinId("t1"), "p" + mirror.size()), value, "kW", Quality.UNCERTAIN, NOON, NOON, 3, new TraceId(1, 2)));
        }
        Proposal proposal = new Proposal("t1:limit:3", new TwinId("t1"), "limit", "Limit", "because", new Gain(1, 0, 2, "%"), List.of("noise"),
                List.of(new ProposedCommand(new TwinId("t1"), "set", Map.of("limit", 3.0))), NOON, NOON.plusSeconds(60));
        StateImage twin = new StateImage(new TwinId("t1"), 2, new byte[] {1, 2, 3}, 41, 40, 39, 38, mirror,
                List.of(new Alarm("high", true, Severity.HIGH, "too much", NOON)),
                List.of(new ProposalShelf.Shelved(proposal, ProposalState.APPLIED)));
        StateImage parked = new StateImage(new TwinId("t2"), 0, null, -1, -1, -1, -1, List.of(), List.of(), List.of());
        Command command = new Command("c1", new TwinId("t1"), "set", Map.of("limit", 3.0), "olga", NOON, NOON.plusSeconds(5));
        CommandView view = new CommandView(command, new TraceId(3, 4), CommandState.REJECTED, "no", List.of(
                new CommandView.Step(CommandState.ACCEPTED, "", NOON), new CommandView.Step(CommandState.REJECTED, "no", NOON)));
        ProposalView measured = new ProposalView(proposal, new TraceId(5, 6), ProposalState.MEASURED, "1.5 %", List.of("c1"),
                new Gain(1.5, 1, 2, "%"), List.of(new ProposalView.Step(ProposalState.OPEN, "t1", "", NOON),
                new ProposalView.Step(ProposalState.MEASURED, "t1", "1.5 %", NOON)));
        AlarmView.Handling shelf = new AlarmView.Handling(AlarmAction.SHELVE, "kim", "flaps", NOON, NOON.plusSeconds(9));
        return new RuntimeImage(offset, List.of(twin, parked), List.of(view), List.of(measured), List.of(new AlarmView(new TwinId("t1"), "high",
                Severity.HIGH, "too much", NOON, true, true, AlarmState.SHELVED, shelf, shelf)));
    }

    private static void assertSame(RuntimeImage read, RuntimeImage written) {
        assertThat(read).usingRecursiveComparison().withEqualsForType(Double::equals, Double.class).isEqualTo(written);
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        StateStore store = new StateStore(folder);
        assertThat(store.load()).isEqualTo(RuntimeImage.EMPTY);
        store.save(image(7));
        store.save(image(8));
        assertSame(new StateStore(folder).load(), image(8));
    }

    @Test
    void anyDamageIsFoundTheFileIsPutAsideAndTheOlderImageServes() throws IOException {
        StateStore store = new StateStore(folder);
        store.save(image(7));
        store.save(image(8));
        Path newest = folder.resolve("runtime.image");
        byte[] whole = Files.readAllBytes(newest);
        whole[whole.length / 2] ^= 1;
        Files.write(newest, whole);
        assertSame(store.load(), image(7));
        try (Stream<Path> aside = Files.list(folder.resolve("quarantine"))) {
            assertThat(aside.toList()).hasSize(1);
        }
    }

    @Test
    void anImageOfTheFirstFormatIsReadToo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x4754574E_00000001L);
        out.writeLong(7);
        out.writeInt(1);
        ImageParts.text("t1", out);
        out.writeInt(3);
        ImageParts.bytes(new byte[] {1, 2}, out);
        out.writeLong(41);
        out.writeLong(40);
        out.writeLong(39);
        out.writeInt(0);
        out.writeInt(0);
        out.writeInt(0);
        CRC32C crc = new CRC32C();
        crc.update(bytes.toByteArray());
        out.writeLong(crc.getValue());
        Files.write(folder.resolve("runtime.image"), bytes.toByteArray());
        StateImage twin = new StateImage(new TwinId("t1"), 3, new byte[] {1, 2}, 41, 40, 39, -1, List.of(), List.of(), List.of());
        assertSame(new StateStore(folder).load(), new RuntimeImage(7, List.of(twin), List.of(), List.of(), List.of()));
    }

    @Test
    void everyShorterFileIsRefused() throws IOException {
        new StateStore(folder).save(image(7));
        Path newest = folder.resolve("runtime.image");
        byte[] whole = Files.readAllBytes(newest);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(newest, Arrays.copyOf(whole, length));
            assertThat(new StateStore(folder).load()).as("cut at %d", length).isEqualTo(RuntimeImage.EMPTY);
        }
    }
}

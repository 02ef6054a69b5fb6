package org.gemello.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.spi.ProposalDraft;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.RecordedLogFile;
import org.gemello.testkit.pack.TwinTypeContract;
import org.gemello.testkit.sample.BoilerHouseType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts, texts and proposals in the test kit's runtime. */
class CompositeInTestRuntimeTest {
    private static final Map<String, List<TwinId>> BOILERS = Map.of("boiler", List.of(new TwinId("b-1"), new TwinId("b-2")));
    private final BoilerHouseType type = new BoilerHouseType();
    private final TestTwin house = TestRuntime.of(type).twin("house", Map.of(), BOILERS);

    private void unbalanced() {
        house.send("b-1/T", 95.0).send(moment -> moment.with("Outside", 4.0).with("b-2/T", 80.0));
    }

    @Test
    void valuesOfPartsComeInAndAreNotItsOwn() {
        unbalanced();
        assertThat(house.value("Hottest")).isEqualTo(95);
        assertThat(house.text("Table")).isEqualTo("{b-1=95.0, b-2=80.0}");
        assertThat(house.state()).containsOnlyKeys("Outside", "Hottest", "Table");
        assertThatThrownBy(() -> house.send("b-1/P", 1)).isInstanceOf(NoSuchElementException.class).hasMessageContaining("wants no point P of its parts");
    }

    @Test
    void aProposalIsOpenUntilSomebodyDecides() {
        unbalanced();
        assertThat(house.proposal("balance")).hasValueSatisfying(draft -> assertThat(draft.commands())
                .containsExactly(new ProposedCommand(new TwinId("b-1"), "set-temperature", Map.of("temperature", 80.0))));
        house.accept("balance");
        assertThat(house.proposals()).isEmpty();
        assertThat(house.measured()).extracting(Effect.Measured::text).containsExactly("as planned");
        assertThatThrownBy(() -> house.decline("balance", "no")).isInstanceOf(NoSuchElementException.class).hasMessageContaining("no open proposal 'balance'");
        unbalanced();
        house.acceptInVain("balance", "the valve sticks");
        unbalanced();
        house.decline("balance", "no");
        assertThat(house.measured()).hasSize(1);
    }

    @Test
    void timeEndsIt() {
        unbalanced();
        house.advance(Duration.ofSeconds(59));
        assertThat(house.proposals()).extracting(ProposalDraft::key).containsExactly("balance");
        house.advance(Duration.ofSeconds(1));
        assertThat(house.proposals()).isEmpty();
        assertThat(house.recording()).last().isInstanceOfSatisfying(LogEntry.ProposalMoved.class, moved -> assertThat(moved.key()).isEqualTo("balance"));
    }

    @Test
    void aRecordingKeepsAllOfItAndHoldsAgainstTheContract(@TempDir Path folder) throws IOException {
        unbalanced();
        house.accept("balance").advance(Duration.ofSeconds(2)).send("b-1/T", 82.0);
        Path file = folder.resolve("house.csv");
        RecordedLogFile.write(file, new TwinId("house"), house.recording());
        List<LogEntry> read = RecordedLogFile.read(file, new TwinId("house"), type.model());
        TestTwin again = TestRuntime.of(type).twin("house", Map.of(), BOILERS).replay(read);
        assertThat(again.bytes()).isEqualTo(house.bytes());
        assertThat(again.measured()).isEqualTo(house.measured());
        new TwinTypeContract<>(type, new GivenContext(new TwinId("house"), Map.of(), BOILERS)).check(read);
    }
}

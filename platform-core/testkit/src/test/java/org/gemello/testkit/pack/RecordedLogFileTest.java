package org.gemello.testkit.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.gemello.api.Gap;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.testkit.sample.BoilerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedLogFileTest {
    private static final TwinId TWIN = new TwinId("b-1");
    private static final Path FIXTURE = Path.of("src/test/resources/org/gemello/testkit/boiler.csv");
    private final BoilerType type = new BoilerType();
    @TempDir
    private Path folder;

    private List<LogEntry> read(Path file) throws IOException {
        return RecordedLogFile.read(file, TWIN, type.model());
    }

    @Test
    void readsValuesOfEveryKindInTheirBatches() throws IOException {
        List<LogEntry> entries = read(FIXTURE);
        assertThat(entries).hasSize(9);
        SampleBatch first = ((LogEntry.Samples) entries.get(0)).batch();
        assertThat(first.value(0)).isEqualTo(80.5);
        assertThat(first.value(1)).isEqualTo(85L);
        assertThat(first.points().definition(first.handle(0)).toString()).contains("b-1").contains("Cel");
        SampleBatch second = ((LogEntry.Samples) entries.get(2)).batch();
        assertThat(Times.instant(second.sourceTime(0))).isEqualTo("2026-03-01T12:00:00.900Z");
        assertThat(Times.instant(second.receivedTime(0))).isEqualTo("2026-03-01T12:00:01Z");
        assertThat(((LogEntry.Samples) entries.get(3)).batch().quality(0)).isEqualTo(Quality.BAD_NO_COMMUNICATION);
        assertThat(((LogEntry.CommandIssued) entries.get(6)).command().argument("target")).isEqualTo(60);
        assertThat(((LogEntry.Samples) entries.get(7)).batch().value(0)).isEqualTo("a \"text\", by mistake");
        assertThat(((LogEntry.Samples) entries.get(8)).batch().value(0)).isEqualTo(true);
    }

    @Test
    void writesWhatItReads() throws IOException {
        Path copy = folder.resolve("copy.csv");
        RecordedLogFile.write(copy, read(FIXTURE));
        assertThat(Files.readAllLines(copy)).isEqualTo(Files.readAllLines(FIXTURE).stream().filter(line -> !line.startsWith("#")).toList());
    }

    @Test
    void refusesWhatDoesNotBelongIntoARecording() {
        assertThatThrownBy(() -> RecordedLogFile.write(folder.resolve("x.csv"), List.of(new LogEntry.Gaps(List.<Gap>of()))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no behaviour sees a Gaps");
        Recording broken = new Recording(TWIN, type.model()).samples(Instant.EPOCH, moment -> moment.with("T", "two\nlines"));
        assertThatThrownBy(() -> RecordedLogFile.write(folder.resolve("y.csv"), broken.entries())).hasMessageContaining("b-1/T");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-03-01T12:00:00Z,sample,T,80.5            | does not have the columns",
        "2026-03-01T12:00:00Z,sample,P,80.5,,          | the model has no point P",
        "2026-03-01T12:00:00Z,sample,T,8o.5,,          | 8o.5",
        "2026-03-01T12:00:00Z,sample,T,80.5,bad,       | quality 'bad'",
        "2026-03-01T12:00:00Z,+,T,80.5,,               | '+' continues a batch",
        "2026-03-01T12:00:00Z,command,go,fast,,        | argument 'fast'",
        "yesterday,tick,,,,                            | yesterday",
        "2026-03-01T12:00:00Z,gap,,,,                  | 'gap' is none of",
    })
    void namesTheLineThatItDoesNotUnderstand(String line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), RecordedLogFile.HEADER + "\n# a remark\n" + line + '\n');
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("bad.csv, line 3: ")
                .hasMessageContaining(message);
    }

    @Test
    void wantsItsHeader() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "2026-03-01T12:00:00Z,tick,,,,\n");
        assertThatThrownBy(() -> read(file)).hasMessageContaining("line 1: a recorded log begins with 'time,entry");
    }
}

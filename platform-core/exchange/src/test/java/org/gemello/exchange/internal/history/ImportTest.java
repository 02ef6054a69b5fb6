package org.gemello.exchange.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemello.exchange.internal.history.TestPlatform.ENGINEER;
import static org.gemello.exchange.internal.history.TestPlatform.START;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.ValueKind;
import org.gemello.api.exchange.CsvMapping;
import org.gemello.api.exchange.CsvMapping.Column;
import org.gemello.api.exchange.ImportRequest;
import org.gemello.api.job.JobView;
import org.gemello.api.job.JobView.State;
import org.gemello.api.job.Jobs.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
    private static final PointId POWER = PointId.parse("wt-01/WTUR.W");
    private static final PointId STATE = PointId.parse("wt-01/WTUR.TurSt");
    private static final String HEADER = "point,source_time,value_kind,value,unit\r\n";
    @TempDir
    Path folder;
    private TestPlatform platform;

    @BeforeEach
    void open() throws IOException {
        platform = new TestPlatform(folder.resolve("data"));
    }

    @AfterEach
    void close() throws InterruptedException {
        platform.close();
    }

    private String received(String name, String content) throws IOException {
        return platform.files.receive(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private JobView imported(String source, CsvMapping mapping) {
        return platform.ended(platform.files.importFrom(new ImportRequest(source, mapping, false), ENGINEER));
    }

    @Test
    void goodRowsAreTakenAndBadOnesAreNamed() throws IOException {
        String source = received("boiler.csv", HEADER
                + "wt-01/WTUR.W,2026-03-01T00:00:00Z,double,1.5,kW\r\n"
                + "wt-01/WTUR.W,yesterday,double,1.5,kW\r\n"
                + "no point,2026-03-01T00:00:00Z,double,1.5,kW\r\n"
                + "wt-01/WTUR.W,2026-03-01T00:00:01Z,double,\"1,5\",kW\r\n"
                + "wt-01/WTUR.W,2026-03-01T00:00:01Z,double,1.5,\r\n"
                + "wt-01/WTUR.W,2026-03-01T00:00:01Z,colour,1.5,kW\r\n"
                + "wt-01/WTUR.W,2026-03-01T00:00:01Z,double\r\n"
                + "wt-01/WTUR.W,2026-03-01T00:00:02+01:00,long,7,kW");
        JobView job = imported(source, null);
        assertThat(job.state()).as(job.message()).isEqualTo(State.DONE);
        assertThat(job.result()).isEqualTo("boiler.csv: 2 rows taken, 0 known already, 6 rejected, see boiler.rejects.csv");
        assertThat(platform.samples(POWER)).extracting(Sample::value).containsExactly(7L, 1.5);
        assertThat(Files.readString(platform.data.resolve("imports/boiler.rejects.csv"))).isEqualTo("\"place\",\"cause\",\"row\"\r\n"
                + "\"line 3\",\"column source_time: 'yesterday' is not a time such as 2026-01-02T03:04:05.000000000Z\",\"wt-01/WTUR.W,yesterday,double,1.5,kW\"\r\n"
                + "\"line 4\",\"point 'no point' is not of the form twin/point\",\"no point,2026-03-01T00:00:00Z,double,1.5,kW\"\r\n"
                + "\"line 5\",\"column value: '1,5' is not a number\",\"wt-01/WTUR.W,2026-03-01T00:00:01Z,double,\"\"1,5\"\",kW\"\r\n"
                + "\"line 6\",\"point wt-01/WTUR.W needs a unit in UCUM, '1' where it has none\",\"wt-01/WTUR.W,2026-03-01T00:00:01Z,double,1.5,\"\r\n"
                + "\"line 7\",\"column value: kind 'colour' is none of none, double, long, boolean, text\","
                + "\"wt-01/WTUR.W,2026-03-01T00:00:01Z,colour,1.5,kW\"\r\n"
                + "\"line 8\",\"3 fields where the header has 5\",\"wt-01/WTUR.W,2026-03-01T00:00:01Z,double\"\r\n");
    }

    @Test
    void aFileOfSomebodyElseIsReadByAMapping() throws IOException {
        String source = received("scada.csv", "\uFEFFZeit;Leistung [kW];Status;Bemerkung\n"
                + "01.03.2026 01:00:00;1500,25;2;\n"
                + "01.03.2026 01:00:10;;3;\"Wind; Böen\"\n"
                + "01.03.2026 01:00:20;abc;x;\n"
                + "31.02.2026 01:00:20;1;1;\n");
        CsvMapping mapping = new CsvMapping(';', ',', "Zeit", "dd.MM.yyyy HH:mm:ss", ZoneId.of("Europe/Berlin"),
                List.of(new Column("Leistung [kW]", new PointDefinition(POWER, "kW"), ValueKind.DOUBLE),
                        new Column("Status", new PointDefinition(STATE, "1"), ValueKind.LONG)));
        JobView job = imported(source, mapping);
        assertThat(job.state()).as(job.message()).isEqualTo(State.DONE);
        assertThat(platform.samples(POWER)).singleElement().matches(sample -> sample.value().equals(1500.25) && sample.unit().equals("kW")
                && sample.sourceTime().equals(START) && sample.quality().equals(Quality.GOOD));
        assertThat(platform.samples(STATE)).extracting(Sample::value).containsExactly(2L, 3L);
        assertThat(Files.readAllLines(platform.data.resolve("imports/scada.rejects.csv"))).hasSize(4)
                .anyMatch(line -> line.contains("column Leistung [kW]: 'abc' is not a number"))
                .anyMatch(line -> line.contains("column Status: 'x' is not a whole number"))
                .anyMatch(line -> line.contains("line 5") && line.contains("31.02.2026"));
    }

    @Test
    void aMappingThatDoesNotFitSaysWhatIsMissing() throws IOException {
        String source = received("scada.csv", "time;value\n1;2\n");
        CsvMapping mapping = new CsvMapping(';', '.', "Zeit", "epoch-s", ZoneId.of("UTC"),
                List.of(new Column("value", new PointDefinition(POWER, "kW"), ValueKind.DOUBLE)));
        JobView job = imported(source, mapping);
        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.message()).contains("no column 'Zeit'").contains("[time, value]");
    }

    @Test
    void timesMayBeNumbers() throws IOException {
        CsvMapping mapping = new CsvMapping(',', '.', "t", "epoch-s", ZoneId.of("UTC"),
                List.of(new Column("v", new PointDefinition(POWER, "kW"), ValueKind.DOUBLE)));
        JobView job = imported(received("numbers.csv", "t,v\n1772323200.000000001,1\n1e300,2\n,3\n"), mapping);
        assertThat(job.result()).contains("1 rows taken").contains("2 rejected");
        assertThat(platform.samples(POWER)).extracting(Sample::sourceTime).containsExactly(START.plusNanos(1));
    }

    /** However often and wherever it is interrupted, in the end each row is there once. */
    @Test
    void anInterruptedImportIsTakenUpByImportingAgain() throws Exception {
        StringBuilder text = new StringBuilder(HEADER);
        int rows = 50_000;
        for (int i = 0; i < rows; i++) {
            text.append("wt-01/WTUR.W,").append(START.plusMillis(i)).append(",long,").append(i).append(",kW\r\n");
        }
        received("long.csv", text.toString());
        List<Path> files = List.of(platform.data.resolve("imports/long.csv"));
        ImportRequest request = new ImportRequest("imports/long.csv", null, false);
        ImportLedger ledger = new ImportLedger(folder.resolve("ledger"), 0);
        int[] looks = {0};
        Progress cancelled = new Progress() {
            @Override
            public void at(double share, String message) {
                looks[0] += message.endsWith("rows") ? 1 : 0;
            }

            @Override
            public void checkCancelled() {
                if (looks[0] > 45) {
                    throw new CancellationException("cancelled");
                }
            }
        };
        assertThatThrownBy(() -> new Import(platform.history, platform.log, ledger, request, cancelled).run(files)).isInstanceOf(CancellationException.class);
        platform.settle();
        assertThat(platform.samples(POWER)).hasSizeBetween(1000, rows - 1);
        looks[0] = Integer.MIN_VALUE;
        assertThat(new Import(platform.history, platform.log, ledger, request, cancelled).run(files)).contains("known already, 0 rejected");
        platform.settle();
        assertThat(platform.samples(POWER)).hasSize(rows).doesNotHaveDuplicates().first().extracting(Sample::value).isEqualTo(0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", "imports/../../secret.csv", "/etc/passwd", "secrets/users.csv", "imports/none.csv", "imports/link.csv", "imports"})
    void sourcesThatLeadElsewhereAreRefused(String source) throws IOException {
        Files.writeString(folder.resolve("secret.csv"), HEADER);
        Files.writeString(Files.createDirectories(platform.data.resolve("secrets")).resolve("users.csv"), HEADER);
        Files.createSymbolicLink(Files.createDirectories(platform.data.resolve("imports")).resolve("link.csv"), folder.resolve("secret.csv"));
        assertThatThrownBy(() -> platform.files.importFrom(new ImportRequest(source, null, false), ENGINEER)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.csv", "x/y.csv", ".x.csv", "x.exe", "x.csv.part", ""})
    void namesOfUploadsAreChecked(String name) {
        assertThatThrownBy(() -> received(name, HEADER)).isInstanceOf(IllegalArgumentException.class);
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        InputStream broken = new InputStream() {
            private int left = 1000;

            @Override
            public int read() throws IOException {
                if (left == 0) {
                    throw new IOException("connection reset");
                }
                left--;
                return 'x';
            }
        };
        assertThatThrownBy(() -> platform.files.receive("x.csv", broken)).hasMessage("connection reset");
        assertThat(platform.data.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void whatWasImportedIsRememberedOverARestart() throws Exception {
        String source = received("one.csv", HEADER + "wt-01/WTUR.W,2026-03-01T00:00:00Z,double,1.5,kW\r\n");
        assertThat(imported(source, null).state()).isEqualTo(State.DONE);
        platform.close();
        platform = new TestPlatform(platform.data);
        assertThat(imported(source, null).message()).contains("one.csv was imported on " + Instant.now().toString().substring(0, 4));
        JobView again = platform.ended(platform.files.importFrom(new ImportRequest(source, null, true), ENGINEER));
        assertThat(again.result()).as(again.message()).contains("0 rows taken, 1 known already");
        assertThat(platform.samples(POWER)).hasSize(1);
    }
}

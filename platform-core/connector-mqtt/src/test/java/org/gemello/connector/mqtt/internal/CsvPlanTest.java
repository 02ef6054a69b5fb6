package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.LinearScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvPlanTest {
    private final PointTable points = new PointTable();
    private String trouble;

    private SampleBatch read(Bindings bindings, String payload) throws Refusal {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        SampleBatchBuilder into = SampleBatch.builder(points, 4);
        trouble = new PlanCompiler(points).compile(List.of(bindings.build())).get(0).read(bytes, bytes.length, 1_000, into);
        return into.build();
    }

    private static Bindings csv() {
        return Bindings.topic("t").with("format", "csv");
    }

    @Test
    void readsColumnsByNumber() throws Refusal {
        SampleBatch batch = read(csv().point("t/speed", "2", new LinearScale(2, 0), false).point("t/state", "3").point("t/on", "4"),
                "x, 12.5 ,\"running, \"\"fast\"\"\",true");
        assertThat(batch.value(0)).isEqualTo(25.0);
        assertThat(batch.value(1)).isEqualTo("running, \"fast\"");
        assertThat(batch.value(2)).isEqualTo(true);
        assertThat(batch.sourceTime(0)).isEqualTo(1_000);
        assertThat(trouble).isEmpty();
    }

    @Test
    void readsEveryLineUnderItsOwnTimeByTheNamesInTheHeader() throws Refusal {
        SampleBatch batch = read(csv().with("csv.separator", ";").with("csv.decimal", ",").with("csv.header", "true")
                .with("time", "Zeit").with("timeFormat", "dd.MM.yyyy HH:mm:ss").with("timeZone", "Europe/Vienna").with("quality", "Q")
                .point("t/speed", "Wind"),
                "Q;Wind;Zeit\r\n0;-12,5;21.11.2026 20:45:00\r\n1083179008;7;21.07.2026 20:45:00\r\n");
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.value(0)).isEqualTo(-12.5);
        assertThat(Times.instant(batch.sourceTime(0))).isEqualTo(Instant.parse("2026-11-21T19:45:00Z"));
        assertThat(Times.instant(batch.sourceTime(1))).as("summer time").isEqualTo(Instant.parse("2026-07-21T18:45:00Z"));
        assertThat(batch.quality(1)).isEqualTo(Quality.UNCERTAIN_LAST_USABLE_VALUE);
    }

    @Test
    void readsTimesAsNumbersAndIso() throws Refusal {
        Instant instant = Instant.parse("2026-11-21T19:45:00.250Z");
        for (String time : List.of("1795290300250", "1795290300.25", "2026-11-21T20:45:00.250+01:00")) {
            assertThat(Times.instant(read(csv().with("time", "1").point("t/a", "2"), time + ",1").sourceTime(0))).isEqualTo(instant);
        }
    }

    @Test
    void keepsWhatCanBeReadAndNamesTheRest() throws Refusal {
        SampleBatch batch = read(csv().with("csv.separator", "tab").point("t/a", "1").point("t/b", "2", new LinearScale(2, 0), false),
                "1\t2\n\n3\tfast\n\t4\n5");
        assertThat(batch.size()).isEqualTo(6);
        assertThat(batch.value(3)).as("an empty field").isNull();
        assertThat(batch.quality(3)).isEqualTo(Quality.BAD);
        assertThat(trouble).isEqualTo("line 2: column 2 of t/b is not a number, and the point is scaled; line 4: column 2 of t/b is missing");
    }

    @Test
    void aPointWhereTheCommaIsDecimalIsNoNumber() {
        assertThatThrownBy(() -> read(csv().with("csv.separator", ";").with("csv.decimal", ",")
                .point("t/a", "1", new LinearScale(2, 0), false), "1.500")).isInstanceOf(Refusal.class).hasMessageContaining("not a number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|no line", "'\n\r\n'|no line", "\"abc|has no end", "\"a\"b,1|goes on behind", "x|column 2 of t/a is missing"})
    void refusesWhereNothingCanBeRead(String payload, String cause) {
        assertThatThrownBy(() -> read(csv().point("t/a", "2"), payload)).isInstanceOf(Refusal.class).hasMessageContaining(cause);
    }

    @ParameterizedTest
    @CsvSource({"csv.separator, ab, csv.separator", "csv.separator, '', csv.separator", "csv.decimal, ',', csv.separator",
        "csv.decimal, x, csv.decimal", "time, Zeit, csv.header", "timeZone, UTC, timeFormat", "timeFormat, HH:mm, date",
        "timeFormat, qqqqqqqq, timeFormat", "records, /a, every line", "csv.header, maybe, csv.header"})
    void namesTheSettingThatIsWrong(String key, String value, String named) {
        assertThatThrownBy(() -> csv().with(key, value).build()).isInstanceOf(ConfigurationException.class).hasMessageContaining(named);
    }

    @Test
    void namesThePointWhoseColumnIsWrong() {
        assertThatThrownBy(() -> read(csv().point("t/a", "Wind"), "1")).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("bindings.yaml:3:5").hasMessageContaining("'Wind' is not a column");
        assertThatThrownBy(() -> read(csv().point("t/a", "0"), "1")).isInstanceOf(ConfigurationException.class);
    }

    /** Random text of the characters that matter: it is read or refused, nothing else may come out. */
    @Test
    void survivesWhateverComes() {
        Random random = new Random(42);
        String alphabet = "\",;\n\r1.-x ";
        PayloadPlan plan = new PlanCompiler(points).compile(List.of(csv().point("t/a", "1").point("t/b", "2").build())).get(0);
        for (int i = 0; i < 20_000; i++) {
            byte[] payload = new byte[random.nextInt(24)];
            for (int at = 0; at < payload.length; at++) {
                payload[at] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            SampleBatchBuilder into = SampleBatch.builder(points, 4);
            try {
                plan.read(payload, payload.length, 1, into);
                assertThat(into.size()).isPositive();
            } catch (Refusal refusal) {
                assertThat(refusal.getMessage()).isNotBlank();
                assertThat(into.size()).isZero();
            }
        }
    }
}

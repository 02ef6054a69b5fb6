package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gemello.api.PointTable;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.junit.jupiter.api.Test;

/** Messages that carry many records. */
class RecordsPlanTest {
    private final PointTable points = new PointTable();
    private String trouble;

    private SampleBatch read(Bindings bindings, String payload) throws Refusal {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        SampleBatchBuilder into = SampleBatch.builder(points, 4);
        try {
            trouble = new PlanCompiler(points).compile(List.of(bindings.build())).get(0).read(bytes, bytes.length, 1_000, into);
        } catch (Refusal refusal) {
            assertThat(into.size()).as("nothing of a refused document").isZero();
            throw refusal;
        }
        return into.build();
    }

    @Test
    void readsEachRecordUnderItsOwnTime() throws Refusal {
        SampleBatch batch = read(Bindings.topic("t").with("records", "/data/samples").with("time", "/t").point("t/a", "/v/0").point("t/b", "/w"),
                "{\"device\":7,\"data\":{\"samples\":[{\"t\":1700000000,\"v\":[1],\"w\":\"x\"},{\"w\":\"y\",\"v\":[2],\"t\":1700000001}]},\"n\":[]}");
        assertThat(IntStream.range(0, 4).mapToObj(batch::value)).containsExactly(1.0, "x", 2.0, "y");
        assertThat(batch.sourceTime(2)).isEqualTo(1_700_000_001_000_000_000L);
        assertThat(trouble).isEmpty();
    }

    @Test
    void readsADocumentThatIsAnArray() throws Refusal {
        assertThat(read(Bindings.topic("t").with("records", "").point("t/a", ""), "[1,2,3]").size()).isEqualTo(3);
        assertThat(read(Bindings.topic("t").with("records", "").point("t/a", ""), "[]").size()).isZero();
    }

    @Test
    void namesTheRecordsThatCannotBeRead() throws Refusal {
        String records = IntStream.range(0, 9).mapToObj(i -> i == 4 ? "{\"v\":4}" : "{}").collect(Collectors.joining(","));
        assertThat(read(Bindings.topic("t").with("records", "").point("t/a", "/v"), '[' + records + ']').value(0)).isEqualTo(4.0);
        assertThat(trouble).startsWith("record 0: pointer '/v' of t/a is missing; record 1").endsWith("; and 3 more");
    }

    @Test
    void refusesADocumentThatIsBrokenBehindGoodRecords() {
        for (String payload : List.of("[{\"v\":1},{\"v\":2}", "[{\"v\":1},{\"v\":}]", "[{\"v\":1}] x", "{\"v\":1}", "7", "")) {
            assertThatThrownBy(() -> read(Bindings.topic("t").with("records", "").point("t/a", "/v"), payload)).as(payload)
                    .isInstanceOf(Refusal.class).message().isNotBlank();
        }
        assertThatThrownBy(() -> read(Bindings.topic("t").with("records", "/x").point("t/a", "/v"), "{\"x\":{\"v\":1}}"))
                .hasMessageContaining("pointer '/x'").hasMessageContaining("is not an array of records");
    }
}

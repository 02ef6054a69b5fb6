package org.gemello.connector.push.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.gemello.api.Quality;
import org.gemello.api.TraceId;
import org.gemello.api.connection.Pushable.Receipt;
import org.gemello.api.connection.Pushable.Row;
import org.gemello.api.log.LogUnavailableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushConnectionTest {
    private static final long TIME = 1_700_000_000_123_456_789L;
    @TempDir
    Path folder;
    private Inputs inputs;
    private PushConnection connection;

    @BeforeEach
    void open() {
        inputs = new Inputs(folder);
        connection = new PushConnection("lab", Inputs.bindings(), inputs.services(), inputs::append);
    }

    @AfterEach
    void close() {
        inputs.close();
    }

    private Receipt push(String text, String mediaType) {
        return connection.push(text.getBytes(StandardCharsets.UTF_8), mediaType, false, TraceId.NONE).join();
    }

    @Test
    void storesRowsInThePointsUnitWithTimeAndQuality() throws Exception {
        Receipt receipt = connection.push(List.of(new Row("temperature", 212, TIME, Quality.GOOD), new Row("state", "running", TIME, Quality.UNCERTAIN),
                new Row("temperature", null, TIME, Quality.GOOD)), false, TraceId.NONE).join();
        assertThat(receipt).isEqualTo(new Receipt(3, List.of()));
        assertThat(inputs.stored()).containsExactly("lab/T=100.0 Good 2023-11-14T22:13:20.123456789Z",
                "lab/S=running Uncertain 2023-11-14T22:13:20.123456789Z", "lab/T=null Bad 2023-11-14T22:13:20.123456789Z");
        assertThat(connection.view().received()).isEqualTo(3);
    }

    @Test
    void lateRowsAreForTheHistoryOnly() throws Exception {
        connection.push(List.of(new Row("temperature", 32, TIME, Quality.GOOD)), true, TraceId.NONE).join();
        assertThat(inputs.stored()).containsExactly("late:lab/T=0.0 Good 2023-11-14T22:13:20.123456789Z");
    }

    @Test
    void storesWhatItCanAndKeepsTheRestAsDeadLettersThatCanBeReadAgain() throws Exception {
        Receipt receipt = connection.push(List.of(new Row("temperature", 32, TIME, Quality.GOOD), new Row("presure", 1.5, TIME, Quality.GOOD),
                new Row("temperature", "hot", TIME, Quality.GOOD)), false, TraceId.NONE).join();
        assertThat(receipt.stored()).isEqualTo(1);
        assertThat(receipt.refused()).containsExactly("sample 1: 'presure' is not bound; add it to the bindings of this connection",
                "sample 2: 'temperature' is 'hot', not a number, and the point is scaled");
        assertThat(inputs.causes).singleElement().asString().contains("presure", "hot");
        String kept = new String(inputs.payloads.get(0), StandardCharsets.UTF_8).replace("presure", "state");
        assertThat(connection.replay("push", kept.getBytes(StandardCharsets.UTF_8)).join()).isEqualTo(1);
        assertThat(inputs.stored()).contains("late:lab/S=1.5 Good 2023-11-14T22:13:20.123456789Z");
    }

    @Test
    void readsJsonInEachOfItsForms() throws Exception {
        String one = "{\"name\":\"state\",\"value\":true,\"time\":\"2023-11-14T22:13:20Z\"}";
        assertThat(push("{\"samples\":[" + one + "]}", "application/json").stored()).isEqualTo(1);
        assertThat(push("[" + one + "," + one + "]", "application/json; charset=utf-8").stored()).isEqualTo(2);
        assertThat(push(one + "\n" + one + "\n", "application/json").stored()).isEqualTo(2);
        assertThat(inputs.stored()).hasSize(5).allMatch("lab/S=true Good 2023-11-14T22:13:20Z"::equals);
    }

    @Test
    void namesWhatIsWrongInJson() {
        assertThat(push("""
                [{"value":1}, {"name":"state","value":{"a":1}}, {"name":"state","value":1,"time":"now"}, {"name":"state","value":1,"unit":"m"}]""",
                "application/json").refused()).containsExactly("sample 0: 'name' is missing",
                "sample 1: 'value' is an object or array, not a value", "sample 2: 'time' 'now' is not a time: write ISO 8601 with a zone",
                "sample 3: 'unit' is not known; there are name, value, time and quality");
    }

    @Test
    void aTextThatIsNotWhatItSaysIsRefusedAsAWhole() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> push("[{\"name\":\"state\",\"value\":1}, oops", "application/json"))
                .withMessageContaining("not JSON").withMessageContaining("line 1");
        assertThatIllegalArgumentException().isThrownBy(() -> push("[[[[[[[[[[[[[[[[[[[[[[", "application/json"));
        assertThatIllegalArgumentException().isThrownBy(() -> push("a,b\n1,2", "text/csv")).withMessageContaining("there is no column 'time'");
        assertThatIllegalArgumentException().isThrownBy(() -> push("<a/>", "text/xml")).withMessageContaining("send application/json or text/csv");
        assertThat(inputs.causes).hasSize(4);
        assertThat(inputs.stored()).isEmpty();
    }

    @Test
    void readsCsv() throws Exception {
        assertThat(push("time,name,value,quality\n2023-11-14T22:13:20Z,temperature,32,\n1700000001,state,on,0x40000000\nnever,state,1,\n", "text/csv"))
                .isEqualTo(new Receipt(2, List.of("line 4: 'never' is not a time: write ISO 8601 with a zone, such as 2026-11-21T19:45:00.250Z")));
        assertThat(inputs.stored()).containsExactly("lab/T=0.0 Good 2023-11-14T22:13:20Z", "lab/S=on Uncertain 2023-11-14T22:13:21Z");
    }

    @Test
    void tooMuchAtOnceIsRefused() {
        List<Row> rows = Collections.nCopies(10_001, new Row("state", 1, 0, Quality.GOOD));
        assertThatIllegalArgumentException().isThrownBy(() -> connection.push(rows, false, TraceId.NONE)).withMessageContaining("at most 10000");
    }

    @Test
    void whoeverPushesLearnsThatTheLogDidNotTakeIt() {
        PushConnection failing = new PushConnection("lab", Inputs.bindings(), inputs.services(),
                (entry, trace) -> CompletableFuture.failedFuture(new LogUnavailableException("disk full")));
        var push = failing.push(List.of(new Row("state", 1, 0, Quality.GOOD)), false, TraceId.NONE);
        assertThatThrownBy(push::join).hasRootCauseMessage("disk full");
        assertThat(failing.view().received()).isZero();
    }
}

package org.gemello.connector.mqtt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.binding.LinearScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CborPlanTest {
    private final PointTable points = new PointTable();
    private String trouble;

    private SampleBatch read(Bindings bindings, byte[] payload) throws Refusal {
        SampleBatchBuilder into = SampleBatch.builder(points, 4);
        trouble = new PlanCompiler(points).compile(List.of(bindings.build())).get(0).read(payload, payload.length, 1_000, into);
        return into.build();
    }

    private static Bindings cbor() {
        return Bindings.topic("t").with("format", "cbor");
    }

    private static byte[] document() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = new CBORFactory().createGenerator(bytes)) {
            out.writeStartObject();
            out.writeNumberField("at", 1_795_290_300_250L);
            out.writeNumberField("q", 0x808D0000L);
            out.writeFieldName("values");
            out.writeArray(new double[] {12.5, -3.25}, 0, 2);
            out.writeStringField("state", "running");
            out.writeBooleanField("on", true);
            out.writeNullField("none");
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    @Test
    void readsTheSamePointersAsJson() throws Exception {
        SampleBatch batch = read(cbor().with("time", "/at").with("quality", "/q").point("t/a", "/values/1", new LinearScale(2, 0), false)
                .point("t/b", "/state").point("t/c", "/on").point("t/d", "/none"), document());
        assertThat(batch.value(0)).isEqualTo(-6.5);
        assertThat(batch.value(1)).isEqualTo("running");
        assertThat(batch.value(2)).isEqualTo(true);
        assertThat(batch.value(3)).isNull();
        assertThat(batch.quality(0)).isEqualTo(Quality.BAD_SENSOR_FAILURE);
        assertThat(batch.sourceTime(0)).isEqualTo(1_795_290_300_250_000_000L);
        assertThat(trouble).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a1617611, 17", "a16176f94100, 2.5", "a16176fa40490fdb, 3.1415927", "a161763863, -100", "a16176c1190100, 256", "bf617605ff, 5",
        "a161761b0020000000000001, 9007199254740993"})
    void readsNumbersInEveryForm(String hex, double value) throws Exception {
        double read = (double) read(cbor().point("t/a", "/v"), HexFormat.of().parseHex(hex)).value(0);
        assertThat((float) read).isEqualTo((float) value);
    }

    /** NaN, an array without end, nesting without end, a string longer than the payload, two documents, a break that ends nothing. */
    @ParameterizedTest
    @CsvSource({"a16176f97e00", "a161769f01", "9f9f9f9f9f", "a161767b7fffffffffffffff6161", "a1617601a1617601", "ff", "a16176", "''", "1c", "a16175f5"})
    void refusesWhatItCannotRead(String hex) {
        assertThatThrownBy(() -> read(cbor().point("t/a", "/v"), HexFormat.of().parseHex(hex)))
                .isInstanceOf(Refusal.class).message().isNotBlank();
    }

    @Test
    void doesNotFollowNestingWithoutBounds() {
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) 0x81);
        assertThatThrownBy(() -> read(cbor().point("t/a", "/v"), deep)).isInstanceOf(Refusal.class).hasMessageContaining("not CBOR")
                .hasMessageContaining("64");
    }

    @Test
    void survivesWhateverComes() throws IOException {
        Random random = new Random(42);
        byte[] valid = document();
        PayloadPlan plan = new PlanCompiler(points).compile(List.of(cbor().with("time", "/at").point("t/a", "/values/0").build())).get(0);
        int refused = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] payload = i % 2 == 0 ? valid.clone() : new byte[random.nextInt(64)];
            if (i % 2 == 0) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
            } else {
                random.nextBytes(payload);
            }
            SampleBatchBuilder into = SampleBatch.builder(points, 4);
            try {
                plan.read(payload, payload.length, 1, into);
                assertThat(into.size()).isPositive();
            } catch (Refusal refusal) {
                refused++;
                assertThat(into.size()).isZero();
            }
        }
        assertThat(refused).isGreaterThan(25_000);
    }
}

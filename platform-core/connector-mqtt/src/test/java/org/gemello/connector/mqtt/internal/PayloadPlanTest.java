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
import org.gemello.binding.LinearScale;
import org.junit.jupiter.api.Test;

class PayloadPlanTest {
    private static final long RECEIVED = 1_000;
    private final PointTable points = new PointTable();
    private String trouble;

    private SampleBatch read(Bindings bindings, String payload) throws Refusal {
        return read(List.of(bindings.build()), payload.getBytes(StandardCharsets.UTF_8));
    }

    private SampleBatch read(List<TopicBinding> bindings, byte[] payload) throws Refusal {
        List<PayloadPlan> plans = new PlanCompiler(points).compile(bindings);
        SampleBatchBuilder into = SampleBatch.builder(points, 4);
        assertThat(plans).hasSize(1);
        trouble = plans.get(0).read(payload, payload.length, RECEIVED, into);
        return into.build();
    }

    private static Bindings json() {
        return Bindings.topic("t");
    }

    @Test
    void followsPointersThroughObjectsAndArraysInAnyOrder() throws Refusal {
        SampleBatch batch = read(json().point("t/a", "/x/0/y").point("t/b", "/x/1").point("t/c", "/a~1b/m~0n").point("t/d", "/"),
                "{\"skip\":{\"x\":[1]},\"a/b\":{\"m~n\":\"on\"},\"\":7,\"x\":[{\"y\":true,\"z\":[{}]},-2.5e-1,3]}");
        assertThat(batch.value(0)).isEqualTo(true);
        assertThat(batch.value(1)).isEqualTo(-0.25);
        assertThat(batch.value(2)).isEqualTo("on");
        assertThat(batch.value(3)).isEqualTo(7.0);
        assertThat(batch.sourceTime(0)).isEqualTo(RECEIVED);
        assertThat(trouble).isEmpty();
    }

    @Test
    void readsTheWholeDocumentUnderTheEmptyPointer() throws Refusal {
        assertThat(read(json().point("t/a", ""), " 12 ").value(0)).isEqualTo(12.0);
    }

    @Test
    void readsTimesInEveryFormEvenAfterTheValues() throws Refusal {
        Instant instant = Instant.parse("2026-11-21T19:45:00.250Z");
        for (String time : List.of("\"2026-11-21T19:45:00.250Z\"", "\"2026-11-21T20:45:00.25+01:00\"", "1795290300.25", "1795290300250")) {
            SampleBatch batch = read(json().with("time", "/at").point("t/a", "/v"), "{\"v\":1,\"at\":" + time + "}");
            assertThat(Times.instant(batch.sourceTime(0))).as(time).isEqualTo(instant);
            assertThat(batch.receivedTime(0)).isEqualTo(RECEIVED);
        }
    }

    @Test
    void refusesValuesUnderAWrongTime() {
        for (String time : List.of("\"2026-11-21T19:45:00\"", "\"now\"", "-1", "1e18", "true", "null", "{}")) {
            assertThatThrownBy(() -> read(json().with("time", "/at").point("t/a", "/v"), "{\"v\":1,\"at\":" + time + "}"))
                    .as(time).isInstanceOf(Refusal.class).hasMessageStartingWith("time: pointer '/at'");
        }
        assertThatThrownBy(() -> read(json().with("time", "/at").point("t/a", "/v"), "{\"v\":1}")).hasMessageContaining("is missing");
    }

    @Test
    void takesTheQualityFromThePayload() throws Refusal {
        Bindings bindings = json().with("quality", "/q").point("t/a", "/v");
        assertThat(read(bindings, "{\"v\":1,\"q\":2156724224}").quality(0)).isEqualTo(Quality.BAD_SENSOR_FAILURE);
        assertThat(read(bindings, "{\"v\":1,\"q\":-2138243072}").quality(0)).isEqualTo(Quality.BAD_SENSOR_FAILURE);
        assertThat(read(bindings, "{\"v\":1}").quality(0)).isEqualTo(Quality.GOOD);
        assertThatThrownBy(() -> read(bindings, "{\"v\":1,\"q\":\"good\"}"))
                .hasMessageContaining("quality: pointer '/q' (line 1, column 12)");
        assertThatThrownBy(() -> read(bindings, "{\"v\":1,\"q\":1.5}")).isInstanceOf(Refusal.class);
    }

    @Test
    void takesNullAsNoValueOfBadQuality() throws Refusal {
        SampleBatch batch = read(json().point("t/a", "/v"), "{\"v\":null}");
        assertThat(batch.value(0)).isNull();
        assertThat(batch.quality(0)).isEqualTo(Quality.BAD);
    }

    @Test
    void namesWhatIsNotThereAndKeepsTheRest() throws Refusal {
        SampleBatch batch = read(json().point("t/a", "/v").point("t/b", "/w").point("t/c", "/x")
                .point("t/d", "/s", new LinearScale(2, 0), false),
                "{\"v\":1,\n \"x\":[1],\n \"s\":\"fast\"}");
        assertThat(batch.size()).isEqualTo(1);
        assertThat(trouble).isEqualTo("pointer '/w' of t/b is missing; pointer '/x' (line 2, column 6) of t/c"
                + " is an object or array, not a value; pointer '/s' (line 3, column 6) of t/d is not a number, and the point is scaled");
    }

    /** A burst of vibration, in both parsers: the quick one, and the general one that an exponent or an escape calls for. */
    @Test
    void takesObjectsAndArraysAsTextWhereAskedTo() throws Refusal {
        for (String values : List.of("[0.5, -1]", "[5e-1, -1.0E0]", "[0.5, {\"\\u00e4\": null}]")) {
            String burst = "{\"rate\":25600, \"values\": " + values + "}";
            SampleBatch batch = read(json().with("time", "/at").point("t/all", "/burst#[]").point("t/values", "/burst/values#[]")
                    .point("t/rate", "/burst/rate").point("t/first", "/burst/values/0"), "{\"burst\": " + burst + " ,\"at\":1795290300}");
            assertThat(batch.value(0)).isEqualTo(burst);
            assertThat(batch.value(1)).isEqualTo(values);
            assertThat(batch.value(2)).isEqualTo(25_600.0);
            assertThat(batch.value(3)).isEqualTo(0.5);
            assertThat(read(json().point("t/whole", "#[]"), burst).value(0)).isEqualTo(burst);
        }
        assertThat(read(json().point("t/a", "/v#[]"), "{\"v\":7}").value(0)).isEqualTo(7.0);
        assertThatThrownBy(() -> read(json().point("t/a", "/v#[]"), "{\"w\":7}")).hasMessageContaining("is missing");
        String longest = "[" + "1,".repeat(600_000) + "1]";
        assertThatThrownBy(() -> read(json().point("t/a", "/v#[]"), "{\"v\":" + longest + "}")).hasMessageContaining("longer than the 1048576 bytes");
    }

    @Test
    void anObjectAsTextNeedsAPlaceForIt() {
        assertThatThrownBy(() -> read(json().with("format", "cbor").point("t/a", "/v#[]"), "")).hasMessageContaining("format json");
        assertThatThrownBy(() -> read(json().with("records", "/r").point("t/a", "/v#[]"), "")).hasMessageContaining("records");
        assertThatThrownBy(() -> read(json().point("t/a", "/v#[]", new LinearScale(2, 0), false), "")).hasMessageContaining("scale");
        assertThatThrownBy(() -> read(json().point("t/a", "/v").point("t/b", "/v#[]"), "")).hasMessageContaining("as a value, and as text");
    }

    @Test
    void refusesWhereNothingCanBeRead() {
        for (String payload : List.of("", " ", "{", "{\"v\":}", "{\"v\":1}}", "{\"v\":1} 2", "{\"w\":1}", "{\"v\":1e999}",
                "{\"v\":[}]", "nil", "{\"v\":1", "[".repeat(100_000), "{\"v\":" + "9".repeat(200) + "}")) {
            assertThatThrownBy(() -> read(json().point("t/a", "/v"), payload)).as(payload.substring(0, Math.min(20, payload.length())))
                    .isInstanceOf(Refusal.class).message().isNotBlank();
        }
    }

    @Test
    void readsSeveralBindingsOfATopicInOnePass() throws Refusal {
        SampleBatch batch = read(List.of(json().point("t/a", "/a").build(), json().with("time", "/at").point("u/a", "/b").build()),
                "{\"a\":1,\"b\":2}".getBytes(StandardCharsets.UTF_8));
        assertThat(batch.size()).isEqualTo(1);
        assertThat(trouble).isEqualTo("time: pointer '/at' is missing");
    }

    @Test
    void readsPlainPayloads() throws Refusal {
        Bindings plain = Bindings.topic("t").with("format", "plain").point("t/a", "");
        assertThat(read(plain, " -1.5e3\n").value(0)).isEqualTo(-1500.0);
        assertThat(read(plain, "true").value(0)).isEqualTo(true);
        assertThat(read(plain, "NaN").value(0)).isEqualTo("NaN");
        Bindings scaled = Bindings.topic("t").with("format", "plain").point("t/b", "", new LinearScale(2, 1), false);
        assertThat(read(scaled, "3").value(0)).isEqualTo(7.0);
        assertThatThrownBy(() -> read(scaled, "fast")).isInstanceOf(Refusal.class).hasMessageContaining("t/b");
        assertThatThrownBy(() -> read(scaled, "1e999")).isInstanceOf(Refusal.class);
    }

    /** Random bytes, and valid documents with random damage: each is read or refused with a cause, nothing else may come out. */
    @Test
    void survivesWhateverComes() {
        Random random = new Random(42);
        byte[] valid = "{\"at\":1795290300250,\"v\":[1,{\"w\":\"x\\u00e9\"}],\"q\":0,\"s\":-1.5e-3}".getBytes(StandardCharsets.UTF_8);
        List<PayloadPlan> plans = new PlanCompiler(points).compile(List.of(json().with("time", "/at").with("quality", "/q")
                .point("t/a", "/v/0").point("t/b", "/v/1/w").point("t/c", "/s", new LinearScale(2, 0), false).build()));
        int refused = 0;
        int rounds = 50_000;
        for (int i = 0; i < rounds; i++) {
            byte[] payload = i % 2 == 0 ? valid.clone() : new byte[random.nextInt(64)];
            if (i % 2 == 0) {
                for (int damage = random.nextInt(4); damage >= 0; damage--) {
                    payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
                }
            } else {
                random.nextBytes(payload);
            }
            SampleBatchBuilder into = SampleBatch.builder(points, 4);
            try {
                String trouble = plans.get(0).read(payload, payload.length, RECEIVED, into);
                assertThat(into.size()).isPositive();
                assertThat(trouble.isEmpty()).isEqualTo(into.size() == 3);
            } catch (Refusal refusal) {
                refused++;
                assertThat(refusal.getMessage()).isNotBlank();
                assertThat(into.size()).isZero();
            }
        }
        assertThat(refused).isBetween(rounds / 2, rounds);
    }
}

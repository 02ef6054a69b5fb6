package org.gemello.connector.mqtt.internal.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.connector.mqtt.internal.sparkplug.HostUnderTest.DEVICE;
import static org.gemello.connector.mqtt.internal.sparkplug.HostUnderTest.NODE;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.aliased;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.birthNumber;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.death;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.payload;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.real;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.gemello.api.Gap;
import org.gemello.api.Quality;
import org.gemello.connector.mqtt.internal.Message;
import org.junit.jupiter.api.Test;

/** Births, deaths and the sequence of messages (Sparkplug 3.0.0, 5 and 6.4), on a clock that the test turns. */
class SparkplugHostTest {
    private static final Quality GONE = Quality.BAD_NO_COMMUNICATION;
    private static final String REBIRTH = "spBv1.0/plant/NCMD/line-1";
    private final HostUnderTest plant = new HostUnderTest().bind(NODE, "n", "Load").bind(DEVICE, "d", "Force");

    private void born() {
        plant.send("NBIRTH", "", payload(0, birthNumber(1), real("Load", 1).setAlias(1)));
        plant.send("DBIRTH", "press", payload(1, real("Force", 10).setAlias(2)));
    }

    private String force(int sequence, double value) {
        return plant.send("DDATA", "press", payload(sequence, aliased(2, value)));
    }

    @Test
    void takesDataByAliasAndByName() {
        plant.open();
        born();
        assertThat(plant.send("NDATA", "", payload(2, real("Load", 2)))).isEmpty();
        assertThat(force(3, 11)).isEmpty();
        assertThat(plant.values("n")).containsExactly(1.0, 2.0);
        assertThat(plant.values("d")).containsExactly(10.0, 11.0);
        assertThat(plant.commands()).isEmpty();
    }

    @Test
    void sequenceGoesOnFromZeroAfter255() {
        plant.open();
        born();
        for (int i = 2; i < 600; i++) {
            force(i % 256, i);
        }
        assertThat(plant.values("d")).hasSize(599);
        plant.elapse(Duration.ofMinutes(1));
        assertThat(plant.commands()).isEmpty();
    }

    @Test
    void aMessageThatHasOvertakenAnotherWaitsForIt() {
        plant.open();
        born();
        force(3, 3);
        force(4, 4);
        assertThat(plant.values("d")).containsExactly(10.0);
        force(2, 2);
        assertThat(plant.values("d")).containsExactly(10.0, 2.0, 3.0, 4.0);
        plant.elapse(Duration.ofMinutes(1));
        assertThat(plant.commands()).isEmpty();
        assertThat(plant.gaps()).isEmpty();
    }

    @Test
    void aWaitingMessageThatCannotBeReadIsRefusedByItself() {
        plant.open();
        born();
        plant.send("DDATA", "press", payload(3, aliased(2, 3).setTimestamp(-1)));
        assertThat(force(2, 2)).isEmpty();
        assertThat(plant.refused).singleElement().asString().contains("not a time");
    }

    @Test
    void aMessageThatStaysAwayIsAGapAndARebirth() {
        plant.open();
        born();
        force(3, 3);
        plant.elapse(Duration.ofSeconds(1));
        assertThat(plant.commands()).isEmpty();
        plant.elapse(Duration.ofSeconds(2));
        assertThat(plant.commands()).containsExactly(REBIRTH);
        force(4, 4);
        Instant before = Instant.now();
        born();
        assertThat(plant.values("d")).containsExactly(10.0, 10.0);
        assertThat(plant.gaps()).extracting(gap -> gap.definition().id().name()).containsExactlyInAnyOrder("n", "d");
        assertThat(plant.gaps()).allSatisfy(gap -> assertThat(gap.to()).isAfterOrEqualTo(before.minusMillis(1)));
        assertThat(plant.gaps().get(0).reason()).contains("plant/line-1", "from message 2 to 3");
        assertThat(plant.host.figures().droppedMessages()).isEqualTo(2);
    }

    @Test
    void withoutReorderTimeoutAMissingMessageIsLostAtOnce() {
        plant.with("sparkplug.reorderTimeout", "0 ms").open();
        born();
        force(3, 3);
        assertThat(plant.commands()).containsExactly(REBIRTH);
    }

    @Test
    void aRebirthIsAskedForWithPatience() throws Exception {
        plant.open();
        plant.elapse(Duration.ofMillis(900));
        assertThat(plant.commands()).isEmpty();
        plant.elapse(Duration.ofMillis(200));
        assertThat(plant.commands()).containsExactly(REBIRTH);
        Payload.Metric asked = plant.lastCommand().getMetrics(0);
        assertThat(asked.getName()).isEqualTo("Node Control/Rebirth");
        assertThat(asked.getBooleanValue()).isTrue();
        assertThat(plant.published.get(0).qos()).isEqualTo(MqttQoS.AT_MOST_ONCE);
        plant.elapse(Duration.ofSeconds(4));
        assertThat(plant.commands()).hasSize(1);
        plant.elapse(Duration.ofSeconds(2));
        assertThat(plant.commands()).hasSize(2);
        plant.elapse(Duration.ofHours(1));
        assertThat(plant.commands()).hasSizeBetween(14, 20);
    }

    @Test
    void aNodeThatDoesNotAnswerIsSilentOnce() {
        plant.open();
        plant.elapse(Duration.ofMinutes(10));
        assertThat(plant.values("n")).containsExactly(GONE);
        assertThat(plant.values("d")).containsExactly(GONE);
    }

    @Test
    void aDeviceThatDoesNotFollowItsNodeIsSilent() {
        plant.open();
        plant.send("NBIRTH", "", payload(0, real("Load", 1)));
        plant.elapse(Duration.ofSeconds(10));
        assertThat(plant.values("n")).containsExactly(1.0);
        assertThat(plant.values("d")).containsExactly(GONE);
    }

    @Test
    void dataBeforeABirthIsAGapAndARebirth() {
        plant.open();
        force(7, 1);
        plant.elapse(Duration.ofSeconds(1));
        assertThat(plant.commands()).containsExactly(REBIRTH);
        force(8, 1);
        assertThat(plant.commands()).hasSize(1);
        born();
        assertThat(plant.values("d")).containsExactly(10.0);
        assertThat(plant.gaps()).singleElement().satisfies(gap -> assertThat(gap.definition().id().name()).isEqualTo("d"));
    }

    @Test
    void anAliasThatNoBirthHasNamedIsAGapAndARebirth() {
        plant.open();
        born();
        plant.send("DDATA", "press", payload(2, aliased(99, 1), aliased(2, 11)));
        assertThat(plant.values("d")).containsExactly(10.0, 11.0);
        assertThat(plant.commands()).containsExactly(REBIRTH);
        born();
        assertThat(plant.gaps()).extracting(Gap::reason).containsExactly("1 metrics of plant/line-1/press were not in its birth");
    }

    @Test
    void deathOfANodeIsTheDeathOfItsDevices() {
        plant.open();
        born();
        plant.send("NDEATH", "", death(1));
        assertThat(plant.values("n")).containsExactly(1.0, GONE);
        assertThat(plant.values("d")).containsExactly(10.0, GONE);
        plant.elapse(Duration.ofMinutes(10));
        assertThat(plant.commands()).isEmpty();
        born();
        assertThat(plant.values("d")).containsExactly(10.0, GONE, 10.0);
    }

    @Test
    void deathOfAnEarlierBirthIsPassedOver() {
        plant.open();
        plant.send("NBIRTH", "", payload(0, birthNumber(2), real("Load", 1)));
        plant.send("NDEATH", "", death(1));
        assertThat(plant.values("n")).containsExactly(1.0);
        assertThat(plant.host.figures().ignoredDeaths()).isEqualTo(1);
        plant.send("NDEATH", "", death(2));
        assertThat(plant.values("n")).containsExactly(1.0, GONE);
    }

    @Test
    void deathOfADeviceIsItsOwn() {
        plant.open();
        born();
        plant.send("DDEATH", "press", payload(2));
        assertThat(plant.values("n")).containsExactly(1.0);
        assertThat(plant.values("d")).containsExactly(10.0, GONE);
        assertThat(plant.last().sourceTime(0)).isEqualTo(Tahu.NOW * 1_000_000);
        assertThat(plant.send("NDATA", "", payload(3, real("Load", 2)))).isEmpty();
        assertThat(plant.values("n")).containsExactly(1.0, 2.0);
    }

    @Test
    void deathIsDeathWhateverItsTime() {
        plant.open();
        born();
        assertThat(plant.send("DDEATH", "press", payload(2).setTimestamp(-1))).isEmpty();
        assertThat(plant.values("d")).containsExactly(10.0, GONE);
    }

    @Test
    void afterALostConnectionEveryNodeIsAskedAndTheTimeBetweenIsAGap() {
        plant.open();
        born();
        plant.reopen();
        force(2, 11);
        plant.elapse(Duration.ofSeconds(2));
        assertThat(plant.commands()).containsExactly(REBIRTH);
        assertThat(plant.values("d")).containsExactly(10.0);
        born();
        assertThat(plant.values("d")).containsExactly(10.0, 10.0);
        assertThat(plant.gaps()).hasSize(2).allSatisfy(gap -> assertThat(gap.reason()).contains("connection was lost"));
    }

    @Test
    void aBoundMetricThatABirthDoesNotHaveIsNamedOnce() {
        plant.bind(DEVICE, "x", "Missing").open();
        plant.send("NBIRTH", "", payload(0, real("Load", 1)));
        String trouble = plant.send("DBIRTH", "press", payload(1, real("Force", 1)));
        assertThat(trouble).isEqualTo("metric 'Missing' of press/x is not in this birth of plant/line-1/press");
        assertThat(plant.values("x")).containsExactly(new Quality(0x803E0000));
        assertThat(plant.send("DBIRTH", "press", payload(2, real("Force", 1)))).isEmpty();
    }

    @Test
    void whatIsNotBoundIsCountedAndPassedOver() {
        plant.open();
        plant.send("NBIRTH", "", payload(0, real("Load", 1), real("Other", 2).setAlias(8)));
        plant.send("NDATA", "", payload(1, aliased(8, 3)));
        plant.send("DBIRTH", "oven", payload(2, real("Heat", 1)));
        plant.send("spBv1.0/plant/NBIRTH/line-2", payload(0).build().toByteArray());
        plant.send("NCMD", "", payload(9));
        assertThat(plant.values("n")).containsExactly(1.0);
        assertThat(plant.host.figures().unboundMetrics()).isEqualTo(2);
        assertThat(plant.host.figures().foreignMessages()).isEqualTo(2);
        assertThat(plant.commands()).isEmpty();
    }

    @Test
    void poisonIsRefusedWithItsCause() {
        plant.open();
        born();
        assertThat(plant.send(HostUnderTest.topic("DDATA", "press"), new byte[] {0x12, 0x7F, 1})).contains("127 bytes announced");
        assertThat(plant.send("DDATA", "press", payload(0).clearSeq())).contains("needs a 'seq'");
        assertThat(plant.send("DDATA", "press", payload(256))).contains("'seq' is 256");
        assertThat(plant.send("spBv1.0/plant/DDATA/line-1", new byte[0])).contains("not spBv1.0/group/type/node");
        assertThat(plant.send("DBIRTH", "press", payload(2, aliased(1, 2), real("Force", 3)))).contains("a birth must name it");
        assertThat(plant.values("d")).containsExactly(10.0, 3.0);
    }

    @Test
    void stateIsSaidWithTheTimeOfTheWill() {
        plant.make();
        Message will = plant.host.presence().will().orElseThrow();
        Message birth = plant.host.presence().birth().orElseThrow();
        assertThat(will.topic()).isEqualTo("spBv1.0/STATE/gemello").isEqualTo(birth.topic());
        assertThat(will.retain() && birth.retain()).isTrue();
        assertThat(will.qos()).isEqualTo(MqttQoS.AT_LEAST_ONCE);
        assertThat(text(will)).matches("\\{\"online\":false,\"timestamp\":\\d{13}}");
        assertThat(text(birth)).isEqualTo(text(will).replace("false", "true"));
        assertThat(text(plant.host.presence().farewell().orElseThrow())).startsWith("{\"online\":false");
        plant.host.opened(plant);
        byte[] late = "{\"timestamp\":1, \"online\" : false}".getBytes(StandardCharsets.UTF_8);
        plant.send("spBv1.0/STATE/gemello", late);
        plant.send("spBv1.0/STATE/gemello", late);
        plant.send("spBv1.0/STATE/other", late);
        assertThat(plant.published).singleElement().satisfies(message -> assertThat(text(message)).isEqualTo(text(birth)));
    }

    private static String text(Message message) {
        return new String(message.payload(), StandardCharsets.UTF_8);
    }

    @Test
    void aSecondaryHostSaysNothingOfItself() {
        plant.with("sparkplug.primary", "false").make();
        assertThat(plant.host.presence().will()).isEmpty();
        assertThat(plant.host.subscriptions().keySet()).extracting(Object::toString).containsExactly("spBv1.0/plant/#");
        assertThat(new HostUnderTest().with("sparkplug.groups", "a, b").make().host.subscriptions().keySet()).extracting(Object::toString)
                .containsExactly("spBv1.0/a/#", "spBv1.0/b/#", "spBv1.0/STATE/gemello");
        assertThat(new HostUnderTest().with("sparkplug.groups", "+").make().host.subscriptions().keySet()).extracting(Object::toString)
                .containsExactly("spBv1.0/#");
    }

    @Test
    void replayReadsValuesOutsideOfTheOrder() {
        plant.open();
        born();
        String topic = HostUnderTest.topic("DDATA", "press");
        assertThat(plant.replay(topic, payload(77, aliased(2, 5)).build().toByteArray())).isEmpty();
        assertThat(plant.replay(topic, payload(77, aliased(2, 6)).setTimestamp(Tahu.NOW - 1).build().toByteArray()))
                .contains("older than the present birth");
        byte[] birth = payload(0, real("Force", 7)).build().toByteArray();
        assertThat(plant.replay(HostUnderTest.topic("DBIRTH", "press"), birth)).isEmpty();
        assertThat(plant.replay(HostUnderTest.topic("NDEATH", ""), birth)).contains("no values");
        assertThat(plant.replay(HostUnderTest.topic("DDATA", "oven"), birth)).contains("nothing is bound to device 'oven'");
        assertThat(force(2, 8)).isEmpty();
        assertThat(plant.values("d")).isEqualTo(List.of(10.0, 5.0, 7.0, 8.0));
    }
}

package org.gemello.energy.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plant as its peers see it: by OPC UA and by MQTT. */
class DemoPlantTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PORT = FreePort.find();
    private static final String BROKER = FreePort.find();
    private static DemoPlant plant;
    private static OpcUaClient client;

    @BeforeAll
    static void start() throws Exception {
        plant = DemoPlant.start("--opcua-port", PORT, "--broker-port", BROKER, "--mean-wind", "14", "--beat-hz", "1000",
                "--extra", "20", "--extra-hz", "5");
        client = OpcUaClient.create(plant.url());
        client.connect();
    }

    @AfterAll
    static void stop() throws Exception {
        if (client != null) {
            client.disconnect();
        }
        if (plant != null) {
            plant.close();
        }
    }

    private static NodeId node(String name) {
        return new NodeId(client.getNamespaceTable().getIndex(PlantNamespace.URI), name);
    }

    private static DataValue read(String name) throws UaException {
        return client.readValues(0, TimestampsToReturn.Both, List.of(node(name))).get(0);
    }

    private static double number(String name) throws UaException {
        return ((Number) read(name).value().value()).doubleValue();
    }

    private static StatusCode write(String name, Object value) throws UaException {
        return client.writeValues(List.of(node(name)), List.of(DataValue.valueOnly(new Variant(value)))).get(0);
    }

    @Test
    void valuesAreFreshGoodAndPlausible() throws Exception {
        for (int turbine = 1; turbine <= 3; turbine++) {
            String name = "WT0" + turbine;
            await().atMost(PATIENCE).until(() -> number(name + ".WTUR.W") > 100_000);
            DataValue power = read(name + ".WTUR.W");
            assertThat(power.statusCode().isGood()).isTrue();
            assertThat(power.sourceTime().getJavaInstant()).isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(1));
            assertThat(number(name + ".WTUR.State")).isEqualTo(2);
            assertThat(number(name + ".WROT.RotSpd")).isBetween(0.6, 1.5);
            assertThat(number(name + ".WGEN.GnTmp")).isBetween(280.0, 370.0);
            assertThat(number(name + ".WMET.EnvPres")).isBetween(95_000.0, 105_000.0);
        }
        assertThat(number("WT01.WNAC.WdSpd")).isNotEqualTo(number("WT02.WNAC.WdSpd"));
        Number first = (Number) read("Load.0001").value().value();
        await().atMost(PATIENCE).until(() -> !read("Load.0001").value().value().equals(first));
    }

    @Test
    void unitsAndRangesCanBeBrowsed() throws Exception {
        var node = client.getAddressSpace().getVariableNode(node("WT01.WTUR.W"));
        assertThat(node.browseNodes()).extracting(child -> child.getBrowseName().name()).contains("EngineeringUnits", "EURange");
        assertThat(node.getDescription().text()).isEqualTo("Active power");
        var farm = client.getAddressSpace().browseNodes(node("WindFarm"));
        assertThat(farm).extracting(child -> child.getBrowseName().name()).contains("WT01", "WT02", "WT03", "Load");
    }

    @Test
    void aBurstOfVibrationIsOneValue() throws Exception {
        assertThat((Float[]) read("WT02.WTRM.VibBurst").value().value()).hasSize(2048);
        assertThat(client.getAddressSpace().getVariableNode(node("WT02.WTRM.VibBurst")).getValueRank()).isEqualTo(1);
        assertThat(number("WT02.WTRM.GbxBrgTmp")).isBetween(300.0, 360.0);
    }

    @Test
    void aPowerSetPointTakesEffectInThePhysics() throws Exception {
        assertThat(write("WT02.WTUR.SetW", 1_000_000.0)).isEqualTo(StatusCode.GOOD);
        assertThat(number("WT02.WTUR.SetW")).isEqualTo(1_000_000.0);
        await().atMost(PATIENCE).until(() -> number("WT02.WTUR.W") < 1_100_000);
        assertThat(number("WT01.WTUR.W")).isGreaterThan(1_100_000);
    }

    @Test
    void whatIsOutOfRangeOrNotWritableIsRefused() throws Exception {
        assertThat(write("WT01.WTUR.SetW", 6_000_000.0).value()).isEqualTo(StatusCodes.Bad_OutOfRange);
        assertThat(write("WT01.WTUR.SetW", Double.NaN).value()).isEqualTo(StatusCodes.Bad_OutOfRange);
        assertThat(write("WT01.WROT.SetPtAng", -1.0).value()).isEqualTo(StatusCodes.Bad_OutOfRange);
        assertThat(write("WT01.WTUR.SetW", "much").value()).isEqualTo(StatusCodes.Bad_TypeMismatch);
        assertThat(write("WT01.WTUR.W", 1.0).isBad()).isTrue();
        assertThat(number("WT01.WTUR.SetW")).isEqualTo(5_000_000.0);
    }

    @Test
    void everyBeatIsDeliveredAlsoAThousandASecond() throws Exception {
        Queue<Long> beats = new ConcurrentLinkedQueue<>();
        OpcUaSubscription subscription = new OpcUaSubscription(client);
        subscription.setPublishingInterval(250.0);
        subscription.create();
        OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(node("WT03.WTUR.Beat"));
        item.setSamplingInterval(0.0);
        item.setQueueSize(Unsigned.uint(10_000));
        item.setDataValueListener((changed, value) -> beats.add(((UInteger) value.value().value()).longValue()));
        subscription.addMonitoredItem(item);
        subscription.synchronizeMonitoredItems();
        await().atMost(PATIENCE).until(() -> beats.size() > 3_000);
        subscription.delete();
        List<Long> received = List.copyOf(beats);
        for (int i = 1; i < received.size(); i++) {
            assertThat(received.get(i)).isEqualTo(received.get(0) + i);
        }
    }

    @Test
    void theMetMastPublishesJson() throws Exception {
        Queue<JsonNode> messages = new ConcurrentLinkedQueue<>();
        try (MqttClient subscriber = new MqttClient("tcp://127.0.0.1:" + BROKER, "test", new MemoryPersistence())) {
            subscriber.connect();
            subscriber.subscribe(MetMast.TOPIC, 1, (topic, message) -> messages.add(new ObjectMapper().readTree(message.getPayload())));
            await().atMost(PATIENCE).until(() -> messages.size() >= 2);
            subscriber.disconnect();
        }
        JsonNode message = messages.remove();
        assertThat(Instant.parse(message.get("time").asText())).isBetween(Instant.now().minusSeconds(40), Instant.now());
        assertThat(message.get("speed").asDouble()).isBetween(0.0, 40.0);
        assertThat(message.get("temperature").asDouble()).isBetween(5.0, 20.0);
        assertThat(message.get("pressure").asDouble()).isBetween(990.0, 1020.0);
        assertThat(message.get("humidity").asDouble()).isBetween(50.0, 100.0);
        assertThat(message.get("direction").asDouble()).isBetween(0.0, 360.0);
    }

    @Test
    void aBusyPortIsSaidClearly() {
        assertThatThrownBy(() -> DemoPlant.start("--opcua-port", PORT, "--broker-port", "0")).isInstanceOf(PlantException.class)
                .hasMessageContaining("127.0.0.1:" + PORT).hasMessageContaining("--opcua-port");
        assertThatThrownBy(() -> DemoPlant.start("--opcua-port", FreePort.find(), "--broker-port", BROKER))
                .isInstanceOf(PlantException.class).hasMessageContaining("MQTT broker").hasMessageContaining("--broker-port");
    }
}

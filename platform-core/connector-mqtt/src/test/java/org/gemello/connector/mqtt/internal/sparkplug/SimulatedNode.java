package org.gemello.connector.mqtt.internal.sparkplug;

import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.birthNumber;
import static org.gemello.connector.mqtt.internal.sparkplug.Tahu.number;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;

/**
 * An edge node as the specification wants it, on Eclipse Paho and Tahu's payloads: will, births with aliases, a rebirth on request,
 * a set point that follows its command; what it counts while there is no primary host or no broker it keeps and sends afterwards
 * as historical. One
 * device, {@code press}, with metrics {@code Counter} (Int64) and {@code SetPoint} (Float).
 */
public final class SimulatedNode implements AutoCloseable, MqttCallback {
    private static final int COUNTER = 1;
    private static final int SET_POINT = 2;
    private final String node;
    private final String address;
    private final String primaryHost;
    /** A client of Paho must not publish within its callback; what came first is answered first. */
    private final ExecutorService afterwards = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "simulated-node");
        thread.setDaemon(true);
        return thread;
    });
    private final Queue<Payload.Metric.Builder> kept = new ArrayDeque<>();
    private final List<long[]> counted = new ArrayList<>();
    private MqttClient client;
    private boolean hostOnline;
    private boolean born;
    private int sequence;
    private long birthNumber;
    private long count;
    private float setPoint;
    private boolean obeys = true;

    /** @param primaryHost waits for the STATE of this host before it publishes; empty to wait for nobody */
    public SimulatedNode(String node, String address, String primaryHost) {
        this.node = node;
        this.address = address;
        this.primaryHost = primaryHost;
    }

    /** From now on commands change nothing. */
    public synchronized void disobey() {
        obeys = false;
    }

    /** Connects, and publishes its births when the primary host is there. */
    public synchronized SimulatedNode connect() throws MqttException {
        client = new MqttClient(address, "node-" + node.replace('/', '-'), new MemoryPersistence());
        client.setCallback(this);
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(true);
        options.setConnectionTimeout(30);
        options.setWill(topic("NDEATH", ""), Tahu.death(birthNumber).build().toByteArray(), 1, false);
        client.connect(options);
        client.subscribe(topic("NCMD", ""), 1);
        client.subscribe(topic("DCMD", "press"), 1);
        hostOnline = primaryHost.isEmpty();
        if (hostOnline) {
            born();
        } else {
            client.subscribe("spBv1.0/STATE/" + primaryHost, 1);
        }
        return this;
    }

    private String topic(String type, String device) {
        int slash = node.indexOf('/');
        return "spBv1.0/" + node.substring(0, slash) + '/' + type + node.substring(slash) + (device.isEmpty() ? "" : '/' + device);
    }

    private void born() {
        sequence = 0;
        born = true;
        Payload.Metric.Builder rebirth = Tahu.metric("Node Control/Rebirth", DataType.Boolean).setBooleanValue(false);
        publish("NBIRTH", "", rebirth, birthNumber(birthNumber));
        publish("DBIRTH", "press", number("Counter", DataType.Int64, count).setAlias(COUNTER), setPoint());
        while (born && !kept.isEmpty()) {
            if (publish("DDATA", "press", kept.peek().setIsHistorical(true))) {
                kept.remove();
            }
        }
    }

    private Payload.Metric.Builder setPoint() {
        return Tahu.metric("SetPoint", DataType.Float).setAlias(SET_POINT).setFloatValue(setPoint);
    }

    private boolean publish(String type, String device, Payload.Metric.Builder... metrics) {
        Payload.Builder payload = Tahu.payload(sequence, metrics).setTimestamp(System.currentTimeMillis());
        try {
            client.publish(topic(type, device), payload.build().toByteArray(), 0, false);
            sequence = (sequence + 1) % 256;
            return true;
        } catch (MqttException gone) {
            born = false; // what follows is kept
            return false;
        }
    }

    /** Counts one on, and says so. */
    public synchronized void count() {
        long now = System.currentTimeMillis();
        count++;
        counted.add(new long[] {count, now});
        Payload.Metric.Builder metric = Payload.Metric.newBuilder().setAlias(COUNTER).setTimestamp(now).setLongValue(count);
        if (!born || !publish("DDATA", "press", metric)) {
            kept.add(metric);
        }
    }

    /** Everything that was counted, with its time in milliseconds. */
    public synchronized List<long[]> counted() {
        return List.copyOf(counted);
    }

    public synchronized boolean isBorn() {
        return born;
    }

    /** A message is lost on its way. */
    public synchronized void skip() {
        sequence = (sequence + 1) % 256;
    }

    /** The device goes away. */
    public synchronized void loseDevice() {
        publish("DDEATH", "press");
    }

    /** Connects again if it is not connected; nothing where there is no broker yet. */
    public void comeBack() {
        try {
            if (!client.isConnected()) {
                client.close(true);
                birthNumber++;
                connect();
            }
        } catch (MqttException noBroker) {
            return; // the next call tries again
        }
    }

    /** Breaks the network: the broker publishes the will. */
    public void vanish() throws MqttException {
        client.disconnectForcibly(1, 1, false);
    }

    @Override
    public synchronized void connectionLost(Throwable cause) {
        born = false;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) throws InvalidProtocolBufferException {
        byte[] payload = message.getPayload();
        if (topic.startsWith("spBv1.0/STATE/")) {
            afterwards.execute(() -> state(new String(payload, StandardCharsets.UTF_8).contains("\"online\":true")));
        } else {
            Payload command = Payload.parseFrom(payload);
            afterwards.execute(() -> command(command.getMetrics(0)));
        }
    }

    private synchronized void state(boolean online) {
        boolean came = online && !hostOnline;
        hostOnline = online;
        if (came) {
            born();
        } else if (!online) {
            born = false;
        }
    }

    private synchronized void command(Payload.Metric metric) {
        if (metric.getName().equals("Node Control/Rebirth") && hostOnline) {
            born();
        } else if (metric.getAlias() == SET_POINT && obeys) {
            setPoint = metric.getFloatValue();
            publish("DDATA", "press", setPoint().clearName());
        }
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // QoS 0: nothing is awaited
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(1, 1, false);
        }
        client.close(true);
        afterwards.shutdownNow();
    }
}

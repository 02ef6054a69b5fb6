package org.gemello.energy.plant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.DisconnectedBufferOptions;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.gemello.energy.wind.WindSeries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meteorological mast: one JSON message a second, QoS 1, kept for ten minutes while the broker is away. */
final class MetMast implements AutoCloseable {
    static final String TOPIC = "met/mast-1";
    private static final Logger LOG = LoggerFactory.getLogger(MetMast.class);
    private static final int KEPT = 600;
    private static final int PLACE = 0;
    private final ObjectMapper mapper = new ObjectMapper();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "met-mast"));
    private final Weather weather;
    private final WindSeries wind;
    private final MqttAsyncClient client;
    private final Instant begin = Instant.now();
    private boolean wasConnected;

    MetMast(String broker, Weather weather) throws PlantException {
        this.weather = weather;
        wind = weather.wind(PLACE);
        try {
            client = new MqttAsyncClient(broker, "met-mast-1-" + UUID.randomUUID().toString().substring(0, 8), new MemoryPersistence());
        } catch (MqttException | IllegalArgumentException e) {
            throw new PlantException("--mqtt is '" + broker + "', write it like tcp://127.0.0.1:1883", e);
        }
        DisconnectedBufferOptions buffer = new DisconnectedBufferOptions();
        buffer.setBufferEnabled(true);
        buffer.setBufferSize(KEPT);
        buffer.setDeleteOldestMessages(true);
        client.setBufferOpts(buffer);
        connect();
        clock.scheduleAtFixedRate(this::tick, 1000, 1000, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            if (!client.isConnected() && !wasConnected) {
                connect();
            } else {
                publish();
            }
        } catch (MqttException | JsonProcessingException e) {
            LOG.warn("the met mast cannot publish: {}", e.getMessage());
        }
    }

    /** The client reconnects by itself once it was connected; until then it is tried every second. */
    private void connect() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true);
        options.setAutomaticReconnect(true);
        options.setMaxReconnectDelay(2000);
        try {
            client.connect(options).waitForCompletion(5000);
            wasConnected = true;
        } catch (MqttException e) {
            LOG.warn("no MQTT broker at {}: {}; trying again", client.getServerURI(), e.getMessage());
        }
    }

    private void publish() throws MqttException, JsonProcessingException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        double time = (now.toEpochMilli() - begin.toEpochMilli()) / 1000.0;
        ObjectNode message = mapper.createObjectNode();
        message.put("time", now.toString());
        message.put("speed", round(wind.at(time)));
        message.put("direction", round(weather.vane(time, PLACE)));
        message.put("temperature", round(weather.temperature(time)));
        message.put("pressure", round(weather.pressure(time)));
        message.put("humidity", round(weather.humidity(time)));
        client.publish(TOPIC, mapper.writeValueAsBytes(message), 1, false);
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(2, TimeUnit.SECONDS);
            if (client.isConnected()) {
                client.disconnectForcibly(500, 500);
            }
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("the met mast's connection was gone already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.gemello.connector.opcua.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.Settings;

/**
 * What a connection file says of an OPC UA server, checked.
 *
 * @param name               name of the connection
 * @param endpoint           {@code opc.tcp://host:port/path}
 * @param security           how it is protected, and as whom we come
 * @param samplingInterval   asked of the server for every item whose binding asks for no other
 * @param publishingInterval how often the server may send
 * @param outageBudget       how long nobody may ask for values, while a bundle is swapped or the network is gone, without a loss
 * @param fixedQueueSize     values that the server keeps per item while we do not ask for them; 0 to derive it from the budget
 * @param discardOldest      which values the server drops from a full queue
 * @param requestTimeout     longest wait for an answer
 * @param keepAliveInterval  the server says at least this often that it lives
 * @param lifetime           how long server and client keep a session and a subscription that they hear nothing of
 * @param maxInFlight        samples handed on and not yet stored, at most
 * @param itemsPerSubscription nodes in one subscription; more than that make several
 * @param history            whether to fill what was missed from the server's history
 * @param historyPatience    how long a history may lag behind the live values before the rest counts as lost
 */
record OpcUaSettings(String name, URI endpoint, SecuritySettings security, Duration samplingInterval, Duration publishingInterval,
                     Duration outageBudget, int fixedQueueSize, boolean discardOldest, Duration requestTimeout,
                     Duration keepAliveInterval, Duration lifetime, int maxInFlight, int itemsPerSubscription, boolean history,
                     Duration historyPatience) {
    static final String SAMPLING_INTERVAL = "samplingInterval";
    static final String QUEUE_SIZE = "queueSize";
    static final int MAX_QUEUE_SIZE = 100_000;

    private static final String[] OWN_KEYS = {"endpoint", SAMPLING_INTERVAL, "publishingInterval", "outageBudget", QUEUE_SIZE,
        "discardOldest", "requestTimeout", "keepAliveInterval", "subscriptionLifetime", "maxInFlight", "itemsPerSubscription", "history",
        "historyPatience"};

    /** @throws ConfigurationException naming the place of what is wrong */
    static OpcUaSettings of(ConnectionDefinition connection) {
        Settings s = connection.settings();
        s.allowOnly(Stream.of(OWN_KEYS, SecuritySettings.KEYS).flatMap(Arrays::stream).toArray(String[]::new));
        URI endpoint = endpoint(s);
        Duration keepAlive = duration(s, "keepAliveInterval", Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofMinutes(10));
        Duration outage = duration(s, "outageBudget", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofHours(1));
        return new OpcUaSettings(connection.name(), endpoint, SecuritySettings.of(s, endpoint), samplingInterval(s, Duration.ofMillis(100)),
                duration(s, "publishingInterval", publishingInterval(outage), Duration.ofMillis(10), Duration.ofMinutes(1)), outage,
                s.integer(QUEUE_SIZE, 0, 1, MAX_QUEUE_SIZE), s.flag("discardOldest", true),
                duration(s, "requestTimeout", Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofMinutes(10)), keepAlive,
                duration(s, "subscriptionLifetime", Duration.ofSeconds(60), keepAlive.multipliedBy(3), Duration.ofDays(1)),
                s.integer("maxInFlight", 65_536, 1_000, 10_000_000), s.integer("itemsPerSubscription", 5_000, 1, 100_000),
                s.flag("history", true),
                duration(s, "historyPatience", Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofHours(1)));
    }

    /** A fortieth of the budget, so that what waits to be sent is a small part of it, and from 50 ms to 1 s. */
    private static Duration publishingInterval(Duration outage) {
        return Duration.ofMillis(Math.max(50, Math.min(1_000, outage.toMillis() / 40)));
    }

    /** Values that the server is to keep of an item that is sampled so often. */
    int queueSize(Duration sampling) {
        return fixedQueueSize > 0 ? fixedQueueSize : Budget.queueSize(outageBudget, publishingInterval, sampling, MAX_QUEUE_SIZE);
    }

    static Duration samplingInterval(Settings settings, Duration fallback) {
        return duration(settings, SAMPLING_INTERVAL, fallback, Duration.ZERO, Duration.ofHours(1));
    }

    private static URI endpoint(Settings s) {
        String text = s.text("endpoint");
        try {
            URI uri = new URI(text);
            if ("opc.tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0 && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new ConfigurationException(s.place("endpoint"), "'endpoint' is '" + text + "': " + e.getMessage());
        }
        throw new ConfigurationException(s.place("endpoint"),
                "'endpoint' is '" + text + "', write opc.tcp://host:port/path, without user name");
    }

    private static Duration duration(Settings s, String key, Duration fallback, Duration low, Duration high) {
        Duration value = s.duration(key, fallback);
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new ConfigurationException(s.place(key), "'" + key + "' is " + value.toMillis() + " ms, it must be from "
                    + low.toMillis() + " to " + high.toMillis() + " ms");
        }
        return value;
    }
}

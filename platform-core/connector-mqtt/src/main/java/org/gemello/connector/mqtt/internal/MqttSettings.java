package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.gemello.api.Folders;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.Settings;
import org.gemello.connector.mqtt.internal.sparkplug.SparkplugSettings;

/**
 * The checked settings of a connection.
 *
 * @param broker         where the broker is
 * @param version        MQTT 5 or 3.1.1
 * @param clientId       fixed: the broker keeps the session under it
 * @param username       empty for none
 * @param passwordFile   file with the password and nothing else; a relative path is within the data folder
 * @param keepAlive      a broker that says nothing for twice as long is gone
 * @param sessionExpiry  how long the broker keeps the session while the platform is away (MQTT 5)
 * @param receiveMaximum messages received and not yet stored, from 1 to 65535
 * @param payloadLimit   largest payload that is read, in bytes
 * @param wildcardPoints most points that topics may make by placeholders
 * @param cleanStart     true where the broker is to keep no session
 * @param tls            whom we trust and who we are
 * @param presence       how others see whether we are connected
 */
record MqttSettings(BrokerAddress broker, MqttVersion version, String clientId, String username, Optional<Path> passwordFile,
                    Duration keepAlive, Duration sessionExpiry, int receiveMaximum, int payloadLimit, int wildcardPoints, boolean cleanStart,
                    TlsSettings tls, Presence presence) {
    private static final Duration LONGEST_KEEP_ALIVE = Duration.ofSeconds(0xFFFF);
    private static final Duration LONGEST_SESSION = Duration.ofSeconds(0xFFFF_FFFEL);
    private static final int LARGEST_PAYLOAD = 1 << 24;
    private static final String[] KEYS = {"broker", "version", "clientId", "username", "passwordFile", "keepAlive", "sessionExpiry",
        "receiveMaximum", "payloadLimit", "wildcardPoints", "status.topic", "status.online", "status.offline", "security.allowInsecure"};

    /** @throws ConfigurationException where a setting is wrong; it names the place */
    static MqttSettings of(ConnectionDefinition definition) {
        Settings settings = definition.settings();
        settings.allowOnly(Stream.of(Stream.of(KEYS), Stream.of(TlsSettings.KEYS), SparkplugSettings.KEYS.stream())
                .flatMap(keys -> keys).toArray(String[]::new));
        String clientId = settings.text("clientId", "gemello-" + definition.name());
        if (clientId.isBlank()) {
            throw new ConfigurationException(settings.place("clientId"), "'clientId' is empty; the broker keeps the session under it");
        }
        if (settings.find("passwordFile").isPresent() && settings.find("username").isEmpty()) {
            throw new ConfigurationException(settings.place("passwordFile"), "'passwordFile' needs a 'username'");
        }
        BrokerAddress broker = broker(settings);
        return new MqttSettings(broker, version(settings), clientId, settings.text("username", ""),
                TlsSettings.file(settings, "passwordFile", Folders::data), span(settings, "keepAlive", Duration.ofSeconds(30), LONGEST_KEEP_ALIVE),
                span(settings, "sessionExpiry", Duration.ofDays(1), LONGEST_SESSION), settings.integer("receiveMaximum", 1_000, 1, 0xFFFF),
                settings.integer("payloadLimit", 1 << 18, 1, LARGEST_PAYLOAD), settings.integer("wildcardPoints", 10_000, 1, 1_000_000),
                SparkplugSettings.of(settings).isPresent(), TlsSettings.of(settings, broker), StatusTopic.of(settings));
    }

    private static BrokerAddress broker(Settings settings) {
        BrokerAddress broker;
        try {
            broker = BrokerAddress.parse(settings.text("broker"));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(settings.place("broker"), "'broker': " + e.getMessage());
        }
        if (!broker.tls() && !broker.isLoopback() && !settings.flag("security.allowInsecure", false)) {
            throw new ConfigurationException(settings.place("broker"), "'" + broker + "' would send everything in the clear over"
                    + " the network; use ssl://, or allow it with 'security: {allowInsecure: true}'");
        }
        return broker;
    }

    private static MqttVersion version(Settings settings) {
        return settings.choice("version", "5", "5", "3.1.1").equals("5") ? MqttVersion.MQTT_5 : MqttVersion.MQTT_3_1_1;
    }

    private static Duration span(Settings settings, String key, Duration fallback, Duration longest) {
        Duration span = settings.duration(key, fallback);
        if (span.toSeconds() < 1 || span.compareTo(longest) > 0) {
            throw new ConfigurationException(settings.place(key), "'" + key + "' must be from 1 s to " + longest.toSeconds() + " s");
        }
        return span;
    }

    /** The same for a visitor: another client, of which the broker keeps nothing and which tells nobody that it is there. */
    MqttSettings asVisitor(String otherClient) {
        return new MqttSettings(broker, version, otherClient, username, passwordFile, keepAlive, sessionExpiry, receiveMaximum, payloadLimit,
                wildcardPoints, true, tls, Presence.NONE);
    }

    boolean isVersion5() {
        return version == MqttVersion.MQTT_5;
    }
}

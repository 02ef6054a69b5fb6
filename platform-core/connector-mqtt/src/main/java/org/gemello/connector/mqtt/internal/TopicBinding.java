package org.gemello.connector.mqtt.internal;

import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Optional;
import java.util.function.Function;
import org.gemello.binding.Binding;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;

/**
 * A binding as MQTT sees it.
 *
 * @param binding      the points
 * @param filter       what is subscribed
 * @param plain        true where the payload is one bare value, false where it is JSON
 * @param time         leads to the source time
 * @param quality      leads to the quality
 * @param qos          wanted quality of service: 0 or 1
 * @param commandTopic where writes are published, empty where the points cannot be written
 */
record TopicBinding(Binding binding, TopicFilter filter, boolean plain, Optional<Pointer> time, Optional<Pointer> quality,
                    MqttQoS qos, String commandTopic) {

    /** @throws ConfigurationException where a setting is wrong; it names the place */
    static TopicBinding of(Binding binding) {
        Settings settings = binding.settings();
        settings.allowOnly("topic", "format", "time", "quality", "qos", "commandTopic");
        boolean plain = settings.choice("format", "json", "json", "plain").equals("plain");
        if (plain && (settings.find("time").isPresent() || settings.find("quality").isPresent())) {
            throw new ConfigurationException(settings.place(),
                    "a plain payload has room for neither 'time' nor 'quality'; use format json");
        }
        settings.text("topic");
        TopicFilter filter = checked(settings, "topic", TopicFilter::parse).orElseThrow();
        Optional<TopicFilter> command = checked(settings, "commandTopic", TopicFilter::parse);
        if (command.isPresent() && command.get().hasWildcard()) {
            throw new ConfigurationException(settings.place("commandTopic"), "'commandTopic' has a wildcard; a command goes to one topic");
        }
        return new TopicBinding(binding, filter, plain, checked(settings, "time", Pointer::parse),
                checked(settings, "quality", Pointer::parse),
                MqttQoS.valueOf(settings.integer("qos", 1, 0, 1)), settings.text("commandTopic", ""));
    }

    private static <T> Optional<T> checked(Settings settings, String key, Function<String, T> parse) {
        try {
            return settings.find(key).map(parse);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(settings.place(key), "'" + key + "': " + e.getMessage());
        }
    }
}

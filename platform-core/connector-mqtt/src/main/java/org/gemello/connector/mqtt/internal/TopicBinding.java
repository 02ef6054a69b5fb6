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
 * @param topic        what is subscribed
 * @param format       how payloads are written
 * @param records      leads to the array of records, where a document carries many
 * @param time         where the source time is: a JSON pointer or a column
 * @param clock        reads the time
 * @param quality      where the quality is
 * @param csv          how CSV is written
 * @param qos          wanted quality of service: 0 or 1
 * @param commandTopic where writes are published, empty where the points cannot be written
 */
record TopicBinding(Binding binding, TopicTemplate topic, PayloadFormat format, Optional<Pointer> records, Optional<String> time,
                    TimeFormat clock, Optional<String> quality, CsvOptions csv, MqttQoS qos, String commandTopic) {

    /** @throws ConfigurationException where a setting is wrong; it names the place */
    static TopicBinding of(Binding binding) {
        Settings settings = binding.settings();
        settings.allowOnly("topic", "format", "records", "time", "timeFormat", "timeZone", "quality", "qos", "commandTopic",
                "csv.separator", "csv.decimal", "csv.header");
        PayloadFormat format = PayloadFormat.of(settings);
        if (format == PayloadFormat.PLAIN && (settings.find("time").isPresent() || settings.find("quality").isPresent())) {
            throw new ConfigurationException(settings.place(),
                    "a plain payload has room for neither 'time' nor 'quality'; use format json");
        }
        settings.text("topic");
        TopicTemplate topic = checked(settings, "topic", TopicTemplate::parse).orElseThrow();
        Optional<TopicFilter> command = checked(settings, "commandTopic", TopicFilter::parse);
        if (command.isPresent() && (command.get().hasWildcard() || command.get().isShared())) {
            throw new ConfigurationException(settings.place("commandTopic"), "'commandTopic' has a wildcard; a command goes to one topic");
        }
        Optional<Pointer> records = checked(settings, "records", Pointer::parse);
        if (records.isPresent() && !format.isDocument()) {
            throw new ConfigurationException(settings.place("records"), "'records' is for format json and cbor; every line of csv is a record");
        }
        CsvOptions csv = CsvOptions.of(settings);
        return new TopicBinding(binding, topic, format, records, place(settings, "time", format, csv), TimeFormat.of(settings),
                place(settings, "quality", format, csv), csv, MqttQoS.valueOf(settings.integer("qos", 1, 0, 1)),
                settings.text("commandTopic", ""));
    }

    /** Where in the payload something is. */
    private static Optional<String> place(Settings settings, String key, PayloadFormat format, CsvOptions csv) {
        if (format == PayloadFormat.CSV) {
            checked(settings, key, column -> new CsvSlot(column, csv.header()));
        } else {
            checked(settings, key, Pointer::parse);
        }
        return settings.find(key);
    }

    private static <T> Optional<T> checked(Settings settings, String key, Function<String, T> parse) {
        try {
            return settings.find(key).map(parse);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(settings.place(key), "'" + key + "': " + e.getMessage());
        }
    }

    TopicFilter filter() {
        return topic.filter();
    }
}

package org.gemello.connector.mqtt.internal;

import java.util.Optional;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.Settings;

/**
 * A retained message that says whether the platform is connected: ours when it is, the broker's (will) when it is gone.
 *
 * @param online  said once we are subscribed
 * @param offline said by the broker when we are gone, and by us before we leave
 */
record StatusTopic(Message online, Message offline) implements Presence {

    /** As the setting {@code status} says; nobody is told where it is absent. */
    static Presence of(Settings settings) {
        Optional<String> topic = settings.find("status.topic");
        if (topic.isEmpty()) {
            for (String key : new String[] {"status.online", "status.offline"}) {
                if (settings.find(key).isPresent()) {
                    throw new ConfigurationException(settings.place(key), "'" + key + "' needs a 'status.topic'");
                }
            }
            return NONE;
        }
        try {
            TopicFilter filter = TopicFilter.parse(topic.get());
            if (filter.hasWildcard() || filter.isShared()) {
                throw new IllegalArgumentException("it has a wildcard; write one topic");
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(settings.place("status.topic"), "'status.topic': " + e.getMessage());
        }
        return new StatusTopic(Message.retained(topic.get(), settings.text("status.online", "online")),
                Message.retained(topic.get(), settings.text("status.offline", "offline")));
    }

    @Override
    public Optional<Message> will() {
        return Optional.of(offline);
    }

    @Override
    public Optional<Message> birth() {
        return Optional.of(online);
    }

    @Override
    public Optional<Message> farewell() {
        return Optional.of(offline);
    }
}

package org.gemello.connector.mqtt.internal;

import java.util.Optional;

/** How others see whether the platform is connected. Called by the event loop alone. */
public interface Presence {
    /** Nobody is told. */
    Presence NONE = new Presence() {
        @Override
        public Optional<Message> will() {
            return Optional.empty();
        }

        @Override
        public Optional<Message> birth() {
            return Optional.empty();
        }

        @Override
        public Optional<Message> farewell() {
            return Optional.empty();
        }
    };

    /** What the broker says in our place when we are gone without a farewell. Asked before each CONNECT. */
    Optional<Message> will();

    /** What we say once we are subscribed. */
    Optional<Message> birth();

    /** What we say before we leave: a broker drops the will of those who say DISCONNECT. */
    Optional<Message> farewell();
}

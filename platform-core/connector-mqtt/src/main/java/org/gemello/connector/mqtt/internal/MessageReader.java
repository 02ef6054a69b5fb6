package org.gemello.connector.mqtt.internal;

import java.util.Arrays;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.connection.DeadLetters;

/** Makes samples of messages; what cannot be read is kept with the cause. For one thread. */
final class MessageReader {
    private final String connection;
    private final Dialect dialect;
    private final DeadLetters deadLetters;
    private final ConnectionFigures figures;
    private final int payloadLimit;

    MessageReader(String connection, Dialect dialect, DeadLetters deadLetters, ConnectionFigures figures, int payloadLimit) {
        this.connection = connection;
        this.dialect = dialect;
        this.deadLetters = deadLetters;
        this.figures = figures;
        this.payloadLimit = payloadLimit;
    }

    /**
     * Adds the samples of one message. Returns when what could not be read is kept.
     *
     * @return what could not be read and why, empty where all could
     */
    String read(String topic, byte[] payload, int length, long received, SampleBatchBuilder into) {
        return read(dialect::read, topic, payload, length, received, into);
    }

    /** The same for a dead letter that is taken once more. */
    String replay(String topic, byte[] payload, long received, SampleBatchBuilder into) {
        return read(dialect::replay, topic, payload, payload.length, received, into);
    }

    private interface Reading {
        String read(String topic, byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal;
    }

    private String read(Reading reading, String topic, byte[] payload, int length, long received, SampleBatchBuilder into) {
        String trouble;
        if (length > payloadLimit) {
            trouble = "the payload has " + length + " bytes; 'payloadLimit' is " + payloadLimit;
        } else {
            try {
                trouble = reading.read(topic, payload, length, received, into);
            } catch (Refusal refusal) {
                trouble = refusal.getMessage();
            }
        }
        if (!trouble.isEmpty()) {
            refuse(topic, Arrays.copyOf(payload, length), trouble);
        }
        return trouble;
    }

    /** Keeps a payload that is not, or not wholly, read. */
    void refuse(String topic, byte[] payload, String cause) {
        deadLetters.add(connection, topic, payload, cause);
        figures.refused();
    }
}

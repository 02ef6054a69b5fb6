package org.gemello.connector.mqtt.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.connection.DeadLetters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes samples of messages; what cannot be read is kept with the cause. For one thread. */
final class MessageReader {
    private static final Logger LOG = LoggerFactory.getLogger(MessageReader.class);
    private final String connection;
    private final TopicTable topics;
    private final DeadLetters deadLetters;
    private final ConnectionFigures figures;
    private final int payloadLimit;
    private final RateLimit unbound = new RateLimit(Duration.ofMinutes(1));

    MessageReader(String connection, TopicTable topics, DeadLetters deadLetters, ConnectionFigures figures, int payloadLimit) {
        this.connection = connection;
        this.topics = topics;
        this.deadLetters = deadLetters;
        this.figures = figures;
        this.payloadLimit = payloadLimit;
    }

    /** Adds the samples of one message. Returns when what could not be read is kept. */
    void read(String topic, byte[] payload, int length, long received, SampleBatchBuilder into) {
        if (length > payloadLimit) {
            refuse(topic, Arrays.copyOf(payload, length), "the payload has " + length + " bytes; 'payloadLimit' is " + payloadLimit);
            return;
        }
        List<PayloadPlan> plans = topics.plans(topic);
        if (plans.isEmpty() && unbound.permits()) {
            LOG.warn("connection {}: nothing is bound to topic {}; a subscription of an earlier configuration may still be in the"
                    + " broker's session. Its messages are passed over ({} more since the last such line)", connection, topic,
                    unbound.suppressed());
        }
        for (PayloadPlan plan : plans) {
            String trouble;
            try {
                trouble = plan.read(payload, length, received, into);
            } catch (Refusal refusal) {
                trouble = refusal.getMessage();
            }
            if (!trouble.isEmpty()) {
                refuse(topic, Arrays.copyOf(payload, length), trouble);
            }
        }
    }

    /** Keeps a payload that is not, or not wholly, read. */
    void refuse(String topic, byte[] payload, String cause) {
        deadLetters.add(connection, topic, payload, cause);
        figures.refused();
    }
}

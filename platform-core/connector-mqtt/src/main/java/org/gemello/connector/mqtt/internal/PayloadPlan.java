package org.gemello.connector.mqtt.internal;

import org.gemello.api.SampleBatchBuilder;

/** How payloads of one topic filter are read; compiled once, used for every message. For one thread. */
interface PayloadPlan {

    /**
     * Adds the samples of one payload.
     *
     * @param payload  its first {@code length} bytes
     * @param received nanoseconds since the epoch; also the source time where the payload carries none
     * @param into     gets nothing where the payload is refused
     * @return which points could not be read though others could, empty where all could
     * @throws Refusal where nothing could be read
     */
    String read(byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal;
}

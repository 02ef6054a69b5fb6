package org.gemello.connector.mqtt.internal;

import java.util.concurrent.CompletableFuture;
import org.gemello.api.SampleBatch;

/** Takes the samples of a number of messages. */
@FunctionalInterface
interface BatchSink {

    /** @return completed when the batch is on disk, failed where it is not kept */
    CompletableFuture<Void> deliver(SampleBatch batch, int messages);
}

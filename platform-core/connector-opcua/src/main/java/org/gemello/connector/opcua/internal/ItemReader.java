package org.gemello.connector.opcua.internal;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatchBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the values of items out of those of their nodes. What cannot be a sample becomes a dead letter. Safe for many threads. */
final class ItemReader {
    private static final Logger LOG = LoggerFactory.getLogger(ItemReader.class);
    private static final int MAX_LETTER = 4_096;
    private final String connection;
    private final Services services;
    private final LongAdder refused = new LongAdder();
    private volatile EncodingContext encoding;

    ItemReader(String connection, Services services) {
        this.connection = connection;
        this.services = services;
    }

    /** How the present server encodes structures. */
    void encoding(EncodingContext present) {
        encoding = present;
    }

    /**
     * The value of the item within that of its node. Where the shape does not fit, the unfitting value itself, which is then refused as
     * any other value that cannot be a sample.
     */
    Object pick(Item item, Object raw) {
        if (raw == null || item.path.isWhole()) {
            return raw;
        }
        try {
            return item.path.in(raw, encoding);
        } catch (IllegalArgumentException e) {
            return new Unfit(raw, e.getMessage());
        }
    }

    /** A value whose shape is not that of the binding. */
    private record Unfit(Object raw, String why) {
    }

    /** Adds a row; a value that cannot be a sample is kept as a dead letter, and its row says so. */
    void row(SampleBatchBuilder batch, Item item, Object raw, int quality, long source, long now) {
        if (!Values.add(batch, item.handle, item.scale, raw, quality, source, now)) {
            batch.addNone(item.handle, Quality.BAD_TYPE_MISMATCH.code(), source, now);
            refuse(item, raw);
        }
    }

    private void refuse(Item item, Object raw) {
        refused.increment();
        if (item.reportRefusal()) {
            String cause = item.binding.place() + ": " + (raw instanceof Unfit unfit ? unfit.why()
                    : "a value of type " + raw.getClass().getSimpleName() + " cannot be a sample; bind a number, a boolean or a string, "
                    + "of an array one element such as '#[3]' or all as text with '#[]', of a structure one field such as '#drum.level'");
            String text = String.valueOf(raw instanceof Unfit unfit ? unfit.raw() : raw);
            LOG.warn("connection {}, node {}: {}", connection, item.binding.address(), cause);
            services.deadLetter(connection, item.binding.address(),
                    text.substring(0, Math.min(text.length(), MAX_LETTER)).getBytes(StandardCharsets.UTF_8), cause);
        }
    }

    /** Values that could not be read. */
    long refused() {
        return refused.sum();
    }
}

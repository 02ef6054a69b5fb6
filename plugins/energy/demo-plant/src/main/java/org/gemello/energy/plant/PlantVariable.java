package org.gemello.energy.plant;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleConsumer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/**
 * A variable of the plant and who subscribes to it. Values are pushed: every one goes into every subscriber's queue, also
 * when several come between two publishings. Safe for use by many threads.
 */
final class PlantVariable {
    private final Tag tag;
    private final DoubleConsumer listener;
    private final List<DataItem> subscribers = new CopyOnWriteArrayList<>();
    private volatile DataValue current;

    /** @param listener is told what clients write; null for a variable that they cannot write */
    PlantVariable(Tag tag, DoubleConsumer listener) {
        this.tag = tag;
        this.listener = listener;
        publish(tag.initial(), DateTime.now());
    }

    Tag tag() {
        return tag;
    }

    boolean isWritable() {
        return listener != null;
    }

    DataValue current() {
        return current;
    }

    synchronized void publish(Object value, DateTime sourceTime) {
        current = new DataValue(new Variant(value), StatusCode.GOOD, sourceTime, DateTime.now());
        for (DataItem subscriber : subscribers) {
            push(subscriber);
        }
    }

    /** Takes a value that a client has written and that is within range. */
    synchronized void write(double value) {
        publish(value, DateTime.now());
        listener.accept(value);
    }

    /** The present value goes first, and no later one gets before it or lost in between. */
    synchronized void subscribe(DataItem item) {
        push(item);
        subscribers.add(item);
    }

    void unsubscribe(DataItem item) {
        subscribers.remove(item);
    }

    private void push(DataItem item) {
        item.setValue(DataValue.derivedValue(current, item.getTimestampsToReturn()));
    }
}

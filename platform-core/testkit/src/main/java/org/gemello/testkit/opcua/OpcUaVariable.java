package org.gemello.testkit.opcua;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** A variable of an {@link OpcUaTestServer}. Safe for use by many threads. */
public final class OpcUaVariable {
    private final String name;
    private final Class<?> type;
    private final List<DataItem> items = new CopyOnWriteArrayList<>();
    private volatile DataValue current;
    private volatile Consumer<Object> listener;
    private volatile VariableHistory history;

    OpcUaVariable(String name, Object initial) {
        this.name = name;
        this.type = initial.getClass();
        this.current = stamped(initial);
    }

    public String name() {
        return name;
    }

    /** Its NodeId with the namespace by name, {@code nsu=urn:gemello:testkit;s=name}. */
    public String nodeId() {
        return "nsu=" + OpcUaTestServer.NAMESPACE + ";s=" + name;
    }

    /** The present value. */
    public Object value() {
        return current.value().value();
    }

    /** A new value of quality Good, now. */
    public void set(Object value) {
        set(stamped(value));
    }

    /**
     * A new value with all that a server may say of it.
     *
     * @param value      null for none
     * @param status     OPC UA status code, 32 bits
     * @param sourceTime null for none
     */
    public void set(Object value, int status, Instant sourceTime) {
        DateTime source = sourceTime == null ? null : new DateTime(sourceTime);
        set(new DataValue(new Variant(value), new StatusCode(Integer.toUnsignedLong(status)), source, DateTime.now()));
    }

    /** Lets clients write the variable; the listener is called with each value written. Without it a write gives Bad_NotWritable. */
    public OpcUaVariable onWrite(Consumer<Object> written) {
        listener = written;
        return this;
    }

    /** Keeps every value from now on, and offers them by HistoryRead. */
    public OpcUaVariable withHistory() {
        history = new VariableHistory();
        history.add(current);
        return this;
    }

    /** What is kept, null where nothing is. */
    public VariableHistory history() {
        return history;
    }

    Class<?> type() {
        return type;
    }

    boolean isWritable() {
        return listener != null;
    }

    DataValue current() {
        return current;
    }

    void written(DataValue value) {
        set(value.value().value());
        listener.accept(value.value().value());
    }

    synchronized void attach(DataItem item) {
        items.add(item);
        push(item, current);
    }

    void detach(DataItem item) {
        items.remove(item);
    }

    /** Subscriptions end with the server that made them. */
    void detachAll() {
        items.clear();
    }

    private synchronized void set(DataValue value) {
        current = value;
        if (history != null) {
            history.add(value);
        }
        for (DataItem item : items) {
            push(item, value);
        }
    }

    private static void push(DataItem item, DataValue value) {
        item.setValue(DataValue.derivedValue(value, item.getTimestampsToReturn()));
    }

    private static DataValue stamped(Object value) {
        DateTime now = DateTime.now();
        return new DataValue(new Variant(value), StatusCode.GOOD, now, now);
    }
}

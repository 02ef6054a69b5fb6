package org.gemello.connector.opcua.internal;

import java.util.Arrays;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.GenericDataTypeCodec;
import org.eclipse.milo.opcua.stack.core.encoding.UaDecoder;
import org.eclipse.milo.opcua.stack.core.encoding.UaEncoder;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeNotification;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemNotification;

/**
 * Decodes a DataChangeNotification (OPC UA Part 4, 7.25.2; Part 6, 5.2) in place of Milo, which makes a notification object and a client
 * handle for each value, looks its item up in a map and copies both into lists: as much work as the connector has with the value.
 * Milo decodes a message and calls the listener of its subscription on the same thread, one after the other.
 */
final class ValueDecoder extends GenericDataTypeCodec<DataChangeNotification> {
    private static final int FIRST = 1_000;
    /** Milo calls no listener for an empty notification; this item is none of any subscription. */
    private static final MonitoredItemNotification[] NOBODY = {new MonitoredItemNotification(Unsigned.uint(0xFFFF_FFFFL), null)};
    private final ThreadLocal<Told> last = new ThreadLocal<>();

    /** Client handles and values of a notification; only the first {@code count} places count. */
    static final class Told {
        private int count;
        private int[] handles = new int[FIRST];
        private DataValue[] values = new DataValue[FIRST];

        private void add(int handle, DataValue value) {
            if (count == handles.length) {
                handles = Arrays.copyOf(handles, 4 * count);
                values = Arrays.copyOf(values, 4 * count);
            }
            handles[count] = handle;
            values[count++] = value;
        }

        int count() {
            return count;
        }

        int handle(int number) {
            return handles[number];
        }

        DataValue value(int number) {
            return values[number];
        }
    }

    /** From now on the client's notifications are decoded by this. */
    static ValueDecoder installedIn(OpcUaClient client) throws UaException {
        ValueDecoder decoder = new ValueDecoder();
        NodeId type = DataChangeNotification.TYPE_ID.toNodeIdOrThrow(client.getNamespaceTable());
        NodeId binary = DataChangeNotification.BINARY_ENCODING_ID.toNodeIdOrThrow(client.getNamespaceTable());
        client.getStaticDataTypeManager().registerType(type, decoder, binary, null, null);
        return decoder;
    }

    /** What this thread has decoded last and nobody has taken yet, else null. */
    Told take() {
        Told told = last.get();
        last.remove();
        return told;
    }

    @Override
    public Class<DataChangeNotification> getType() {
        return DataChangeNotification.class;
    }

    /** The diagnostics at the end are left unread: none were asked for. */
    @Override
    public DataChangeNotification decodeType(EncodingContext context, UaDecoder decoder) {
        Told told = new Told();
        int count = decoder.decodeInt32(null);
        for (int i = 0; i < count; i++) {
            told.add(decoder.decodeInt32(null), decoder.decodeDataValue(null));
        }
        last.set(told);
        return new DataChangeNotification(NOBODY, null);
    }

    @Override
    public void encodeType(EncodingContext context, UaEncoder encoder, DataChangeNotification value) {
        throw new UnsupportedOperationException("a client sends no notifications");
    }
}

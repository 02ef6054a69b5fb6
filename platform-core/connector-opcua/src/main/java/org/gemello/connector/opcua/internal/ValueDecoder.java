package org.gemello.connector.opcua.internal;

import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.encoding.GenericDataTypeCodec;
import org.eclipse.milo.opcua.stack.core.encoding.UaDecoder;
import org.eclipse.milo.opcua.stack.core.encoding.UaEncoder;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UInteger;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeNotification;
import org.eclipse.milo.opcua.stack.core.types.structured.MonitoredItemNotification;

/**
 * Decodes a DataChangeNotification (OPC UA Part 4, 7.25.2; Part 6, 5.2) in place of Milo, which makes a notification object and a client
 * handle for each value, looks its item up in a map and copies both into lists: more work than the connector has with the value. The
 * values themselves are read by Milo's decoder, under Milo's limits.
 *
 * <p>Milo decodes a notification and calls the listener of its subscription on the same thread, one after the other: the changes wait
 * there for {@link #take}.
 */
final class ValueDecoder extends GenericDataTypeCodec<DataChangeNotification> {
    private static final ThreadLocal<Changes> DECODED = new ThreadLocal<>();
    /** Milo calls no listener for an empty notification. No subscription has an item of this handle. */
    private static final MonitoredItemNotification[] NOBODY = {new MonitoredItemNotification(UInteger.MAX, null)};

    /** From now on the notifications that this client receives are decoded here. */
    static void installIn(OpcUaClient client) throws UaException {
        NodeId type = DataChangeNotification.TYPE_ID.toNodeIdOrThrow(client.getNamespaceTable());
        NodeId binary = DataChangeNotification.BINARY_ENCODING_ID.toNodeIdOrThrow(client.getNamespaceTable());
        client.getStaticDataTypeManager().registerType(type, new ValueDecoder(), binary, null, null);
    }

    /** What this thread has decoded last; each notification can be taken once. */
    static Changes take() {
        Changes changes = DECODED.get();
        DECODED.remove();
        return changes == null ? new Changes().breakOff("the server sends values in another encoding than the binary one") : changes;
    }

    @Override
    public Class<DataChangeNotification> getType() {
        return DataChangeNotification.class;
    }

    /**
     * Never throws because of what the server has sent, since Milo would only log that, and nobody would know that values are missing.
     * What came before the place where it breaks is good. The diagnostics at the end are left unread: none were asked for.
     */
    @Override
    public DataChangeNotification decodeType(EncodingContext context, UaDecoder decoder) {
        Changes changes = new Changes();
        try {
            read(decoder, changes);
        } catch (RuntimeException | OutOfMemoryError e) { // Milo 1.1.2 believes any number of dimensions of a matrix, and makes room for them
            changes.breakOff("the server's notification cannot be read after " + changes.count() + " values: " + e.getMessage());
        }
        DECODED.set(changes);
        return new DataChangeNotification(NOBODY, null);
    }

    private static void read(UaDecoder decoder, Changes changes) {
        int count = decoder.decodeInt32(null);
        // the server's word is not enough for more memory than for what it was asked: the rest has to be there first
        changes.expect(Math.max(0, Math.min(count, Subscribed.NOTIFICATIONS_PER_PUBLISH)));
        for (int i = 0; i < count; i++) {
            changes.add(decoder.decodeInt32(null), decoder.decodeDataValue(null));
        }
    }

    @Override
    public void encodeType(EncodingContext context, UaEncoder encoder, DataChangeNotification value) {
        throw new UnsupportedOperationException("a client sends no notifications");
    }
}

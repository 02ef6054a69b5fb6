package org.gemello.binding;

import org.gemello.api.PointDefinition;

/**
 * Where one point comes from.
 *
 * @param point      the point and the unit in which its values are stored
 * @param connection name of the connection
 * @param address    within the source: a NodeId (prefix applied), a JSON pointer
 * @param scale      from the source's raw number to the point's unit: scaling and unit conversion in one
 * @param writable   whether commands may write it
 * @param history    how dear its past is
 * @param place      file, line and column, for messages
 */
public record PointBinding(PointDefinition point, String connection, String address, LinearScale scale, boolean writable,
                           HistoryClass history, String place) {
    /** With the usual history. */
    public PointBinding(PointDefinition point, String connection, String address, LinearScale scale, boolean writable, String place) {
        this(point, connection, address, scale, writable, HistoryClass.NORMAL, place);
    }
}

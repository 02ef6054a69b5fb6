package org.gemello.binding;

import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;

/**
 * Where points come from whose names are not known before the source speaks.
 *
 * @param name     within the twin, with placeholders such as <code>{line}</code>
 * @param unit     unit in which the values are stored
 * @param address  within the source
 * @param scale    from the source's raw number to the point's unit
 * @param writable whether commands may write it
 * @param history  how dear its past is
 * @param place    file, line and column, for messages
 */
public record PointTemplate(String name, String unit, String address, LinearScale scale, boolean writable, HistoryClass history,
                            String place) {
    /** With the usual history. */
    public PointTemplate(String name, String unit, String address, LinearScale scale, boolean writable, String place) {
        this(name, unit, address, scale, writable, HistoryClass.NORMAL, place);
    }

    /**
     * One point of this form.
     *
     * @param filled the name, without placeholders any more
     * @throws IllegalArgumentException where that is no name of a point
     */
    public PointBinding bind(String connection, TwinId twin, String filled) {
        return new PointBinding(new PointDefinition(new PointId(twin, filled), unit), connection, address, scale, writable, history,
                place);
    }
}

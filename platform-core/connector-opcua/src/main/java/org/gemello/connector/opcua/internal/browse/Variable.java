package org.gemello.connector.opcua.internal.browse;

import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;

/**
 * A variable with what the server says of it.
 *
 * @param node        as it stands in a binding
 * @param found       where it was met
 * @param kind        what a point can be made of it
 * @param type        name of its data type
 * @param elements    {@link #SCALAR}, else the number of elements that can be bound; 0 for an array of unknown or great length
 * @param description may be null
 * @param unit        null where the server gives none
 * @param range       null where the server gives none
 */
record Variable(String node, Found found, DataTypes.Kind kind, String type, int elements, boolean readable, boolean writable,
                String description, EUInformation unit, Range range) {
    static final int SCALAR = -1;

    /** Why it cannot be bound; empty where it can. */
    String unusable() {
        if (!readable) {
            return "it cannot be read by this user";
        } else if (kind == DataTypes.Kind.NEITHER) {
            return "its type " + type + " is neither number nor text; fields of a structure are bound as '" + node
                    + (node.endsWith("#") ? "" : "#") + "field'";
        } else if (elements == 0) {
            return "it is an array whose length the server does not tell, or a long one; elements are bound as '" + node
                    + (node.endsWith("#") ? "" : "#") + "[0]'";
        }
        return "";
    }
}

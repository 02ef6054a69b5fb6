package org.gemello.connector.mqtt.internal;

/** Where and how a point is written. */
public interface WriteTarget {

    /** The point, by which a read-back is recognised. */
    int handle();

    /**
     * The message that asks for a value.
     *
     * @param value in the point's unit
     * @throws Refusal where it cannot be asked for now
     */
    Message message(double value) throws Refusal;
}

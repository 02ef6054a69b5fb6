package org.gemello.connector.mqtt.internal;

import org.gemello.api.PointTable;
import org.gemello.api.connection.DeadLetters;
import org.gemello.api.trace.Traces;

/**
 * What a connection needs of the platform.
 *
 * @param points      the log's handles
 * @param deadLetters keeps what cannot be read
 * @param traces      follows what is collected
 */
record MqttServices(PointTable points, DeadLetters deadLetters, Traces traces) {
}

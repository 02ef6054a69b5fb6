package org.gemello.api.connection;

import java.time.Instant;

/**
 * A connection as a reader sees it.
 *
 * @param name     its name in the configuration
 * @param kind     {@code opcua}, {@code mqtt}
 * @param endpoint where it leads, without secrets
 * @param state    present state
 * @param reason   why it is not connected, empty when it is
 * @param since    when it came to this state
 * @param points   number of points bound to it
 * @param received samples received since start
 * @param refused  payloads that could not be read and went to the dead-letter store since start
 * @param lastData when the last sample came, null before the first
 */
public record ConnectionView(String name, String kind, String endpoint, ConnectionState state, String reason, Instant since,
                             int points, long received, long refused, Instant lastData) {
}

package org.gemello.connector.push.internal;

import org.gemello.api.connection.DeadLetters;
import org.gemello.api.log.SampleLog;
import org.gemello.api.trace.Traces;

/**
 * What an input needs of the platform.
 *
 * @param log         its points, and what is in it already
 * @param deadLetters keeps what cannot be read
 * @param traces      follows what is collected
 */
record InputServices(SampleLog log, DeadLetters deadLetters, Traces traces) {
}

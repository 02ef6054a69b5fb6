package org.gemello.api.log;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A consumer group of the log that lives in the platform: published as a service with the property {@code gemello.group}; a
 * route tails the log for it. Called by one thread, in the order of the log.
 */
@ConsumerType
public interface LogSink {

    /** Name of the group, such as {@code history}. */
    String group();

    /** The next offset wanted, asked once when the route starts. */
    long position();

    /** Takes a record; may block, which holds up this group only. Records below {@link #position} may come and are passed over. */
    void accept(LogRecord record);
}

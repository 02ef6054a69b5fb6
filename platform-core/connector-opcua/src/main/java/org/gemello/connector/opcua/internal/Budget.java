package org.gemello.connector.opcua.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many values a server has to keep so that nothing is lost while nobody asks for them. A queue of
 * {@code ceil((publishing interval + outage) / sampling interval)} values holds what is sampled in that time.
 */
final class Budget {
    private static final Logger LOG = LoggerFactory.getLogger(Budget.class);
    /** A server that samples "as fast as it can" is taken to do so a hundred times a second. */
    private static final Duration FASTEST = Duration.ofMillis(10);

    private Budget() {
    }

    static int queueSize(Duration outage, Duration publishing, Duration sampling, int most) {
        Duration step = sampling.compareTo(FASTEST) < 0 ? FASTEST : sampling;
        double values = Math.ceil((double) publishing.plus(outage).toNanos() / step.toNanos());
        return (int) Math.max(1, Math.min(most, values));
    }

    /** How long an outage may be with what the server has made of an item, in seconds. */
    static double covered(Source.Monitored revised, double publishingMillis) {
        double step = Math.max(revised.samplingInterval(), 1);
        return Math.max(0, (revised.queueSize() * step - publishingMillis) / 1_000);
    }

    /** Says where a server has given less than was asked for. */
    static void check(OpcUaSettings settings, List<Source> sources, double publishingMillis) {
        List<Source> given = sources.stream().filter(source -> source.monitored().status() == 0).toList();
        List<Source> slower = given.stream()
                .filter(source -> source.monitored().samplingInterval() > source.samplingInterval.toMillis()).toList();
        if (!slower.isEmpty()) {
            Source first = slower.get(0);
            LOG.warn("connection {}: the server samples {} nodes more slowly than asked for, such as {}: every {} ms instead of {} ms",
                    settings.name(), slower.size(), first.address(), first.monitored().samplingInterval(), first.samplingInterval.toMillis());
        }
        List<Source> cut = given.stream().filter(source -> source.monitored().queueSize() < source.queueSize).toList();
        cut.stream().min(Comparator.comparingDouble(source -> covered(source.monitored(), publishingMillis))).ifPresent(worst ->
                LOG.warn("connection {}: the server has cut the queues of {} nodes, node {} to {} values instead of {}: they hold an outage "
                        + "of {} s, the budget is {} s; what is longer is read from the server's history where it has one, else it is a gap",
                        settings.name(), cut.size(), worst.address(), worst.monitored().queueSize(), worst.queueSize,
                        String.format("%.1f", covered(worst.monitored(), publishingMillis)), settings.outageBudget().toSeconds()));
    }
}

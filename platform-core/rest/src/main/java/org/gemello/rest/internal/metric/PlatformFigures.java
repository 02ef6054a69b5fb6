package org.gemello.rest.internal.metric;

import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gemello.api.connection.ConnectionState;
import org.gemello.api.connection.ConnectionView;
import org.gemello.api.health.HealthCheck.Health;
import org.gemello.api.log.ConsumerGroup;
import org.gemello.api.log.LogStatus;
import org.gemello.api.log.SampleLog;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.Platform;

/** Figures of the platform's parts. A part that is not there has none, and says so in {@code gemello_part_ready}. */
final class PlatformFigures {
    private static final double MILLIS = 1e3;
    private final Platform platform;
    private final Exposition out;

    private PlatformFigures(Platform platform, Exposition out) {
        this.platform = platform;
        this.out = out;
    }

    static void write(Platform platform, Exposition out) {
        PlatformFigures figures = new PlatformFigures(platform, out);
        figures.parts(platform.health());
        for (Runnable part : List.<Runnable>of(figures::log, figures::history, figures::twins, figures::connections, figures::alarms, figures::jobs)) {
            try {
                part.run();
            } catch (ServiceUnavailableException e) {
                continue; // told by gemello_part_ready
            }
        }
    }

    private void parts(List<Health> parts) {
        out.gauge("gemello_part_ready", "1 where the part does its work");
        parts.forEach(part -> out.sample(part.ready() ? 1 : 0, "part", part.part()));
    }

    private void log() {
        SampleLog log = platform.log();
        LogStatus status = log.status();
        out.gauge("gemello_log_working", "1 where the log takes what comes").sample(status.failure().isEmpty() ? 1 : 0);
        out.gauge("gemello_log_start_offset", "Oldest offset kept").sample(status.start());
        out.gauge("gemello_log_end_offset", "Offset that the next item gets").sample(status.end());
        out.gauge("gemello_log_durable_offset", "Offset up to which all is on disk").sample(status.durable());
        out.gauge("gemello_log_bytes", "Size of the log on disk").sample(status.bytes());
        List<ConsumerGroup> groups = log.groups();
        each(groups, "gemello_log_group_lag", "Items that a reader has not taken", group -> (double) group.lag());
        each(groups, "gemello_log_group_lag_bytes", "Size of the items that a reader has not taken", group -> (double) group.lagBytes());
        each(groups, "gemello_log_group_lag_seconds", "Age of the oldest item that a reader has not taken",
                group -> group.oldest().map(PlatformFigures::age).orElse(0.0));
    }

    private void each(List<ConsumerGroup> groups, String name, String help, Function<ConsumerGroup, Double> figure) {
        out.gauge(name, help);
        groups.forEach(group -> out.sample(figure.apply(group), "group", group.name()));
    }

    private void history() {
        platform.history().writing().ifPresent(writing -> {
            out.gauge("gemello_history_waiting_rows", "Samples and gaps in memory that wait for a file of the history").sample(writing.rows());
            out.gauge("gemello_history_waiting_bytes", "Memory that they take, estimated").sample(writing.bytes());
            out.histogram("gemello_history_flush_seconds", "Time that writing and syncing a file of the history takes");
            long count = 0;
            for (Map.Entry<Double, Long> bound : writing.flushes().entrySet()) {
                count += bound.getValue();
                out.suffixed("_bucket", count, "le", Exposition.number(bound.getKey()));
            }
            out.suffixed("_sum", writing.flushSeconds()).suffixed("_count", count);
        });
    }

    private void twins() {
        List<TwinView> twins = platform.twins().twins();
        out.gauge("gemello_twins", "Twins by status");
        for (TwinStatus status : TwinStatus.values()) {
            out.sample(twins.stream().filter(twin -> twin.status() == status).count(), "status", status.name());
        }
        severities("gemello_twin_alarms", "Active alarms of twins",
                twins.stream().flatMap(twin -> twin.alarms().stream()).filter(Alarm::active).map(Alarm::severity).toList());
    }

    private void alarms() {
        severities("gemello_platform_alarms", "Active alarms of the platform itself",
                platform.alarms().active().stream().map(alarm -> alarm.severity()).toList());
    }

    private void severities(String name, String help, Collection<Severity> active) {
        out.gauge(name, help);
        for (Severity severity : Severity.values()) {
            out.sample(active.stream().filter(severity::equals).count(), "severity", severity.name());
        }
    }

    private void connections() {
        List<ConnectionView> connections = platform.connections().connections();
        out.gauge("gemello_connection_up", "1 where it is connected");
        connections.forEach(c -> out.sample(c.state() == ConnectionState.CONNECTED ? 1 : 0, "connection", c.name(), "kind", c.kind()));
        out.counter("gemello_connection_samples_total", "Samples received since the start");
        connections.forEach(c -> out.sample(c.received(), "connection", c.name()));
        out.counter("gemello_connection_refused_total", "Payloads that could not be read since the start");
        connections.forEach(c -> out.sample(c.refused(), "connection", c.name()));
        out.gauge("gemello_connection_silence_seconds", "Time since the last sample");
        connections.stream().filter(c -> c.lastData() != null).forEach(c -> out.sample(age(c.lastData()), "connection", c.name()));
    }

    private void jobs() {
        out.gauge("gemello_jobs", "Jobs by state");
        platform.jobs().jobs().stream().collect(Collectors.groupingBy(job -> job.state().name(), Collectors.counting()))
                .forEach((state, count) -> out.sample(count, "state", state));
    }

    private static double age(Instant time) {
        return Duration.between(time, Instant.now()).toMillis() / MILLIS;
    }
}

package org.gemello.shell.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.TwinView;

/** Twins as tables. */
final class TwinTables {
    private TwinTables() {
    }

    /** One row for each twin. */
    static Table list(List<TwinView> twins, Instant now) {
        Table table = new Table("Twin", "Type", "Status", "Points", "Worst quality", "Last source time", "Age", "Active alarms");
        for (TwinView twin : twins) {
            Instant last = samples(twin).stream().map(Sample::sourceTime).filter(Objects::nonNull).max(Comparator.naturalOrder())
                    .orElse(null);
            String worst = samples(twin).stream().map(Sample::quality).reduce(Quality::worst).map(Quality::symbol).orElse(Texts.NONE);
            table.row(twin.id(), twin.type(), twin.status(), twin.state().size(), worst, Texts.time(last), Texts.age(last, now),
                    twin.alarms().stream().filter(Alarm::active).count());
        }
        return table;
    }

    /** One twin in full: itself, its state, and its alarms and commands where it has any. */
    static List<Table> show(TwinView twin, Instant now) {
        List<Table> tables = new ArrayList<>(List.of(about(twin), state(twin, now)));
        if (!twin.alarms().isEmpty()) {
            tables.add(alarms(twin));
        }
        if (!twin.model().commands().isEmpty()) {
            tables.add(commands(twin));
        }
        return tables;
    }

    private static Table about(TwinView twin) {
        Table table = new Table("Twin", twin.id().value());
        table.row("Name", twin.name()).row("Type", twin.type()).row("Status", twin.status());
        if (!twin.reason().isEmpty()) {
            table.row("Reason", twin.reason());
        }
        twin.parts().forEach((role, parts) -> table.row("Parts: " + role, parts.stream().map(TwinId::value).collect(Collectors.joining(" "))));
        return table.row("Offset", twin.applied());
    }

    private static Table state(TwinView twin, Instant now) {
        Table table = new Table("Point", "Value", "Unit", "Quality", "Source time", "Age");
        for (Map.Entry<String, Sample> point : twin.state().entrySet()) {
            Sample sample = point.getValue();
            if (sample == null) {
                table.row(point.getKey(), Texts.NONE, Texts.NONE, Texts.NONE, Texts.NONE, Texts.NONE);
            } else {
                table.row(point.getKey(), Texts.value(sample.value()), sample.unit(), sample.quality().symbol(),
                        Texts.time(sample.sourceTime()), Texts.age(sample.sourceTime(), now));
            }
        }
        return table;
    }

    private static Table alarms(TwinView twin) {
        Table table = new Table("Alarm", "Active", "Severity", "Since", "Message");
        twin.alarms().forEach(alarm -> table.row(alarm.name(), alarm.active() ? "yes" : "no", alarm.severity(), Texts.time(alarm.since()),
                alarm.message()));
        return table;
    }

    private static Table commands(TwinView twin) {
        Table table = new Table("Command", "Parameters", "Least interval", "Title");
        for (CommandSpec command : twin.model().commands()) {
            String parameters = command.parameters().stream().map(TwinTables::range).collect(Collectors.joining(", "));
            Duration interval = command.minInterval();
            table.row(command.name(), parameters.isEmpty() ? Texts.NONE : parameters,
                    interval.isZero() ? Texts.NONE : Texts.span(interval), command.title());
        }
        return table;
    }

    private static String range(ParameterSpec parameter) {
        return parameter.name() + " " + Texts.value(parameter.low()) + ".." + Texts.value(parameter.high()) + " " + parameter.unit();
    }

    private static List<Sample> samples(TwinView twin) {
        return twin.state().values().stream().filter(Objects::nonNull).toList();
    }
}

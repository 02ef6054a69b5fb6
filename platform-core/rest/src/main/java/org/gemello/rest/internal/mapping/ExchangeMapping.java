package org.gemello.rest.internal.mapping;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.api.ValueKind;
import org.gemello.api.exchange.CsvMapping;
import org.gemello.api.exchange.ExportRequest;
import org.gemello.api.exchange.FileFormat;
import org.gemello.api.exchange.ImportRequest;
import org.gemello.rest.internal.contract.CsvColumnJson;
import org.gemello.rest.internal.contract.CsvMappingJson;
import org.gemello.rest.internal.contract.ExportRequestJson;
import org.gemello.rest.internal.contract.ImportRequestJson;

/** What is asked of exports and imports, as the platform wants it. Each throws an IllegalArgumentException for what the contract cannot say. */
public final class ExchangeMapping {
    private ExchangeMapping() {
    }

    public static ExportRequest of(ExportRequestJson asked) {
        Set<PointId> points = asked.getPoints() == null ? Set.of() : asked.getPoints().stream().map(PointId::parse).collect(Collectors.toSet());
        return new ExportRequest(points, asked.getTwin() == null ? null : new TwinId(asked.getTwin()), asked.getFrom(), asked.getTo(),
                FileFormat.valueOf(asked.getFormat().toString().toUpperCase(Locale.ROOT)),
                asked.getInterval() == null ? null : HistoryMapping.interval(asked.getInterval()), asked.getOriginals());
    }

    public static ImportRequest of(ImportRequestJson asked) {
        return new ImportRequest(asked.getSource(), asked.getMapping() == null ? null : of(asked.getMapping()), asked.getAgain());
    }

    private static CsvMapping of(CsvMappingJson asked) {
        try {
            List<CsvMapping.Column> columns = asked.getColumns().stream().map(ExchangeMapping::of).toList();
            return new CsvMapping(asked.getSeparator().charAt(0), asked.getDecimal().charAt(0), asked.getTimeColumn(), asked.getTimeFormat(),
                    ZoneId.of(asked.getZone()), columns);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone '" + asked.getZone() + "' is not known; write one such as UTC or Europe/Rome", e);
        }
    }

    private static CsvMapping.Column of(CsvColumnJson asked) {
        return new CsvMapping.Column(asked.getName(), new PointDefinition(PointId.parse(asked.getPoint()), asked.getUnit()),
                ValueKind.valueOf(asked.getKind().toString().toUpperCase(Locale.ROOT)));
    }
}

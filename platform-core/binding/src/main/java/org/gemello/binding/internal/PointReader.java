package org.gemello.binding.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.binding.HistoryClass;
import org.gemello.binding.LinearScale;
import org.gemello.binding.Place;
import org.gemello.binding.Placeholders;
import org.gemello.binding.PointBinding;
import org.gemello.binding.PointTemplate;
import org.gemello.binding.Units;

/** Reads the points of one binding. */
final class PointReader {
    private static final Set<String> COMMON_KEYS = Set.of("point", "unit", "sourceUnit", "scale", "offset", "write", "history");
    private static final TwinId ANY_TWIN = new TwinId("any");
    private final String connection;
    private final Optional<ConnectionKind> kind;
    private final String prefix;
    private final Problems problems;

    /** @param kind empty where the connection is not known: then any kind's address will do */
    PointReader(String connection, Optional<ConnectionKind> kind, String prefix, Problems problems) {
        this.connection = connection;
        this.kind = kind;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** A point of a twin; empty where the point itself, its unit, scale or address is wrong. */
    Optional<Placed<PointBinding>> read(TwinId twin, YamlMapping point) {
        Optional<Placed<PointTemplate>> read = read(point, name -> isName(name, point));
        return read.map(one -> new Placed<>(one.value().bind(connection, twin, one.value().name()), one.place()));
    }

    /** A point whose name has placeholders, or whose twin has. */
    Optional<Placed<PointTemplate>> readTemplate(YamlMapping point) {
        return read(point, name -> isName(Placeholders.fill(name, word -> word), point));
    }

    private Optional<Placed<PointTemplate>> read(YamlMapping point, Predicate<String> isName) {
        refuseUnknownKeys(point);
        Optional<String> id = point.required("point").filter(isName);
        Optional<String> unit = point.required("unit").filter(code -> isUnit(code, point));
        Optional<LinearScale> scale = unit.flatMap(code -> scale(point, code));
        Optional<String> address = address(point);
        boolean writable = point.flag("write").orElse(false);
        HistoryClass history = history(point);
        if (id.isEmpty() || scale.isEmpty() || address.isEmpty()) {
            return Optional.empty();
        }
        Place place = point.place("point");
        return Optional.of(new Placed<>(new PointTemplate(id.get(), unit.get(), prefix + address.get(), scale.get(), writable,
                history, place.toString()), place));
    }

    private void refuseUnknownKeys(YamlMapping point) {
        Set<String> known = new TreeSet<>(COMMON_KEYS);
        kind.ifPresentOrElse(mine -> known.addAll(mine.addressKeys()), () -> known.addAll(ConnectionKind.allAddressKeys()));
        for (String foreign : ConnectionKind.allAddressKeys()) {
            if (point.has(foreign) && known.add(foreign)) {
                ConnectionKind mine = kind.orElseThrow();
                problems.add(point.place(foreign), "'" + foreign + "' does not fit connection '" + connection + "' of kind " + mine.scheme()
                        + "; write '" + String.join("' or '", mine.addressKeys()) + "'");
            }
        }
        point.allowOnly(known);
    }

    private boolean isName(String name, YamlMapping point) {
        try {
            return new PointId(ANY_TWIN, name).name().equals(name);
        } catch (IllegalArgumentException e) {
            problems.add(point.place("point"), e.getMessage() + "; use letters, digits, '.', '_' and '-'");
            return false;
        }
    }

    private boolean isUnit(String code, YamlMapping point) {
        try {
            Units.check(code);
            return true;
        } catch (IllegalArgumentException e) {
            problems.add(point.place("unit"), e.getMessage());
            return false;
        }
    }

    /** Scale and offset first, then from the source's unit to the point's. */
    private Optional<LinearScale> scale(YamlMapping point, String unit) {
        double factor = point.number("scale").orElse(1.0);
        double offset = point.number("offset").orElse(0.0);
        if (factor == 0) {
            problems.add(point.place("scale"), "'scale' is 0, which makes every value the same; write another number");
            return Optional.empty();
        }
        try {
            return Optional.of(new LinearScale(factor, offset).then(Units.conversion(point.text("sourceUnit").orElse(unit), unit)));
        } catch (IllegalArgumentException e) {
            problems.add(point.place("sourceUnit"), e.getMessage());
            return Optional.empty();
        }
    }

    private HistoryClass history(YamlMapping point) {
        Optional<String> word = point.text("history");
        Optional<HistoryClass> known = word.flatMap(HistoryClass::of);
        if (word.isPresent() && known.isEmpty()) {
            problems.add(point.place("history"), "'history' is '" + word.get() + "'" + NearestWord.hint(word.get(), HistoryClass.words()));
        }
        return known.orElse(HistoryClass.NORMAL);
    }

    private Optional<String> address(YamlMapping point) {
        List<String> keys = kind.map(ConnectionKind::addressKeys).orElseGet(ConnectionKind::allAddressKeys);
        List<String> written = keys.stream().filter(point::has).toList();
        if (written.size() > 1) {
            problems.add(point.place(written.get(1)), "'" + written.get(1) + "' and '" + written.get(0) + "' both say where the point is; remove one");
        }
        Optional<String> address = written.stream().findFirst().flatMap(point::text);
        boolean anyWritten = ConnectionKind.allAddressKeys().stream().anyMatch(point::has);
        if (address.isEmpty() && !anyWritten) {
            problems.add(point.place(), "'" + String.join("' or '", keys) + "' is missing; it says where in the source the point is");
        }
        return address;
    }
}

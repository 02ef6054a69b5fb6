package org.gemello.rest.internal.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.security.policy.Globs;

/**
 * What a client wants to hear of.
 *
 * @param kinds  of these kinds
 * @param twins  of twins with such an id
 * @param points samples and gaps of such points; empty for all
 */
public record EventFilter(Set<EventKind> kinds, Globs twins, List<PointPattern> points) {
    private static final int MOST = 100;
    private static final Pattern POINT = Pattern.compile("(?:([a-z0-9._*?-]{1,64})/)?([A-Za-z0-9._*?-]{1,128})");

    /** Points by their twin and by their name. */
    record PointPattern(Globs twin, Globs name) {
        boolean matches(PointId point) {
            return name.matches(point.name()) && twin.matches(point.twin().value());
        }
    }

    public EventFilter {
        kinds = Set.copyOf(kinds);
        points = List.copyOf(points);
    }

    /**
     * Reads what a client has sent; null stands for none.
     *
     * @param kinds  names of kinds; none for all that the log holds
     * @param twins  patterns of ids
     * @param points patterns of names, or of twin and name with a slash between
     * @throws InvalidRequestException where one of them has another form, or there are too many
     */
    public static EventFilter of(List<String> kinds, List<String> twins, List<String> points) {
        Set<EventKind> wanted = EnumSet.noneOf(EventKind.class);
        for (String kind : orNone(kinds)) {
            wanted.add(EventKind.named(kind).orElseThrow(() -> new InvalidRequestException("kind",
                    "there is no kind '" + kind + "'; there are " + List.of(EventKind.values()))));
        }
        return new EventFilter(wanted.isEmpty() ? EventKind.LOGGED : wanted, twins(orNone(twins)), points(orNone(points)));
    }

    private static List<String> orNone(List<String> given) {
        return given == null ? List.of() : given;
    }

    private static Globs twins(List<String> patterns) {
        try {
            return patterns.isEmpty() ? Globs.ALL : new Globs(patterns);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("twin", e.getMessage());
        }
    }

    private static List<PointPattern> points(List<String> patterns) {
        if (patterns.size() > MOST) {
            throw new InvalidRequestException("point", "at most " + MOST + " may be given");
        }
        List<PointPattern> points = new ArrayList<>();
        for (String pattern : patterns) {
            var parts = POINT.matcher(pattern);
            if (!parts.matches()) {
                throw new InvalidRequestException("point", "'" + pattern + "' is not of the form " + POINT.pattern());
            }
            points.add(new PointPattern(parts.group(1) == null ? Globs.ALL : Globs.of(parts.group(1)), Globs.of(parts.group(2))));
        }
        return points;
    }

    boolean hasAllTwins() {
        return twins.equals(Globs.ALL);
    }

    boolean has(TwinId twin) {
        return twins.matches(twin.value());
    }

    boolean has(PointId point) {
        return has(point.twin()) && (points.isEmpty() || points.stream().anyMatch(pattern -> pattern.matches(point)));
    }
}

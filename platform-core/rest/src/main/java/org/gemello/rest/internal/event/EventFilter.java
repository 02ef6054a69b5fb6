package org.gemello.rest.internal.event;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemello.api.PointId;
import org.gemello.api.TwinId;
import org.gemello.rest.internal.problem.InvalidRequestException;

/**
 * What a client wants to hear of.
 *
 * @param kinds  of these kinds
 * @param twins  of twins with such an id; empty for all
 * @param points samples and gaps of points with such a name, or with such a {@code twin/point} where the pattern has a slash; empty for all
 */
public record EventFilter(Set<EventKind> kinds, List<Glob> twins, List<Glob> points) {
    private static final int MOST = 100;
    private static final Pattern TWIN = Pattern.compile("[a-z0-9._*?-]{1,64}");
    private static final Pattern POINT = Pattern.compile("([a-z0-9._*?-]{1,64}/)?[A-Za-z0-9._*?-]{1,128}");

    public EventFilter {
        kinds = Set.copyOf(kinds);
        twins = List.copyOf(twins);
        points = List.copyOf(points);
    }

    /**
     * Reads what a client has sent.
     *
     * @param kinds names of kinds; null or empty for all that the log holds
     * @param twins patterns, null for none
     * @param points patterns, null for none
     * @throws InvalidRequestException where one of them has another form, or there are too many
     */
    public static EventFilter of(List<String> kinds, List<String> twins, List<String> points) {
        Set<EventKind> wanted = EnumSet.noneOf(EventKind.class);
        for (String kind : kinds == null ? List.<String>of() : kinds) {
            wanted.add(EventKind.named(kind).orElseThrow(() -> new InvalidRequestException("kind",
                    "there is no kind '" + kind + "'; there are " + List.of(EventKind.values()))));
        }
        return new EventFilter(wanted.isEmpty() ? EventKind.LOGGED : wanted, globs("twin", TWIN, twins), globs("point", POINT, points));
    }

    private static List<Glob> globs(String field, Pattern form, List<String> patterns) {
        List<Glob> globs = new ArrayList<>();
        for (String pattern : patterns == null ? List.<String>of() : patterns) {
            if (pattern == null || !form.matcher(pattern).matches()) {
                throw new InvalidRequestException(field, "'" + pattern + "' is not of the form " + form.pattern());
            }
            globs.add(new Glob(pattern));
        }
        if (globs.size() > MOST) {
            throw new InvalidRequestException(field, "at most " + MOST + " may be given");
        }
        return globs;
    }

    boolean has(TwinId twin) {
        return twins.isEmpty() || twins.stream().anyMatch(glob -> glob.matches(twin.value()));
    }

    boolean has(PointId point) {
        return has(point.twin()) && (points.isEmpty() || points.stream()
                .anyMatch(glob -> glob.matches(glob.pattern().indexOf('/') < 0 ? point.name() : point.toString())));
    }
}

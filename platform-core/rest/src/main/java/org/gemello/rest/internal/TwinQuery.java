package org.gemello.rest.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.contract.SeverityJson;
import org.gemello.rest.internal.contract.TwinDetailJson;
import org.gemello.rest.internal.contract.TwinPageJson;
import org.gemello.rest.internal.contract.TwinStatusJson;
import org.gemello.rest.internal.mapping.TwinMapping;

/**
 * Which twins are wanted.
 *
 * @param own   what a twin must be itself
 * @param parts how it must stand to others
 * @param detail how much of each is told
 * @param limit length of a page
 * @param after id of the last twin of the page before, null for the first page: a twin that comes or goes meanwhile moves no other one
 */
record TwinQuery(Own own, Parts parts, TwinDetailJson detail, int limit, String after) {
    private static final String ANY = "*";

    /**
     * What a twin is itself; null for anything.
     *
     * @param type     exact
     * @param status   exact
     * @param text     part of id or name, whatever the case
     * @param alarm    name of an active alarm, {@value #ANY} for any
     * @param severity that an active alarm has at least
     * @param standing the alarms of each twin of which the alarm must be one, whether it is active or not; null for those that are active
     * @param where    what points of the twin must be, all of it
     */
    record Own(String type, TwinStatusJson status, String text, String alarm, SeverityJson severity, Map<TwinId, List<AlarmView>> standing,
               List<PointCondition> where) {
        /** Alarms are those that are active, points are as they are. */
        Own(String type, TwinStatusJson status, String text, String alarm, SeverityJson severity) {
            this(type, status, text, alarm, severity, null, List.of());
        }

        boolean matches(TwinView twin) {
            return (type == null || twin.type().equals(type))
                    && (status == null || twin.status().name().equals(status.toString()))
                    && (text == null || contains(twin.id().value()) || contains(twin.name()))
                    && where.stream().allMatch(condition -> condition.matches(twin.state()))
                    && matchesAlarms(twin);
        }

        private boolean matchesAlarms(TwinView twin) {
            if (standing != null) {
                return standing.getOrDefault(twin.id(), List.of()).stream().anyMatch(each -> matches(each.name(), each.severity()));
            }
            return alarm == null && severity == null
                    || twin.alarms().stream().anyMatch(each -> each.active() && matches(each.name(), each.severity()));
        }

        private boolean matches(String name, Severity present) {
            return (alarm == null || alarm.equals(ANY) || alarm.equals(name))
                    && (severity == null || present.compareTo(Severity.valueOf(severity.toString())) >= 0);
        }

        private boolean contains(String whole) {
            return whole.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * How a twin stands to others; null for anyhow.
     *
     * @param of   it is a part of this twin
     * @param role with this role
     * @param deep or a part of a part of it, and so on
     * @param part it has this twin as a part
     * @param such it has a part that is such
     */
    record Parts(String of, String role, boolean deep, String part, Own such) {
        static final Parts ANY = new Parts(null, null, false, null, new Own(null, null, null, null, null));

        Predicate<TwinView> filter(List<TwinView> twins) {
            if (equals(ANY)) {
                return twin -> true;
            }
            Map<TwinId, TwinView> byId = twins.stream().collect(Collectors.toMap(TwinView::id, Function.identity()));
            Set<TwinId> wanted = of == null ? null : PartWalk.parts(byId, new TwinId(of), role, deep);
            boolean asksParts = !such.equals(ANY.such);
            return twin -> (wanted == null || wanted.contains(twin.id()))
                    && (part == null || PartWalk.has(twin, new TwinId(part)))
                    && (!asksParts || PartWalk.parts(byId, twin.id(), null, false).stream().map(byId::get)
                            .anyMatch(each -> each != null && such.matches(each)));
        }
    }

    /** @param twins by id */
    TwinPageJson page(List<TwinView> twins) {
        Predicate<TwinView> related = parts.filter(twins);
        List<TwinView> wanted = twins.stream().filter(own::matches).filter(related).toList();
        List<TwinView> found = wanted.stream().filter(twin -> after == null || twin.id().value().compareTo(after) > 0).limit(limit + 1L).toList();
        boolean more = found.size() > limit;
        List<TwinView> page = more ? found.subList(0, limit) : found;
        return new TwinPageJson().items(page.stream().map(detail == TwinDetailJson.BRIEF ? TwinMapping::brief : TwinMapping::summary).toList())
                .next(more ? page.get(limit - 1).id().value() : null).total(wanted.size());
    }
}

package org.gemello.rest.internal;

import java.util.List;
import java.util.Locale;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.contract.TwinPageJson;
import org.gemello.rest.internal.contract.TwinStatusJson;
import org.gemello.rest.internal.mapping.TwinMapping;

/**
 * Which twins are wanted; null for any.
 *
 * @param type   exact
 * @param status exact
 * @param text   part of id or name, whatever the case
 * @param limit  length of a page
 * @param after  id of the last twin of the page before: a twin that comes or goes meanwhile moves no other one
 */
record TwinQuery(String type, TwinStatusJson status, String text, int limit, String after) {

    /** @param twins by id */
    TwinPageJson page(List<TwinView> twins) {
        List<TwinView> found = twins.stream().filter(this::matches).limit(limit + 1L).toList();
        boolean more = found.size() > limit;
        List<TwinView> page = more ? found.subList(0, limit) : found;
        return new TwinPageJson().items(page.stream().map(TwinMapping::summary).toList())
                .next(more ? page.get(limit - 1).id().value() : null);
    }

    private boolean matches(TwinView twin) {
        return (after == null || twin.id().value().compareTo(after) > 0)
                && (type == null || twin.type().equals(type))
                && (status == null || twin.status().name().equals(status.toString()))
                && (text == null || contains(twin.id().value()) || contains(twin.name()));
    }

    private boolean contains(String whole) {
        return whole.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}

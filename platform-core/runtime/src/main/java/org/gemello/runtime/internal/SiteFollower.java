package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gemello.api.TwinId;
import org.gemello.binding.SiteConfiguration;
import org.gemello.binding.TwinDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the twins to what the site says, while all others run on: a twin that comes begins at the present end of what the dispatcher has fed, one that
 * goes leaves its state in the attic, one that is described otherwise goes on from the state of this moment. Twins of a type that is
 * being exchanged wait until that is over.
 */
final class SiteFollower {
    private static final Logger LOG = LoggerFactory.getLogger(SiteFollower.class);
    private static final Duration TURN = Duration.ofSeconds(5);
    private final SiteConfiguration site;
    private final SiteFacts facts;
    private final RuntimeContext context;
    private final Map<TwinId, TwinCell> cells;
    private final Function<String, TypeLine> lines;
    private final Dispatcher dispatcher;
    private final ExchangeDesk exchange;
    private final Attic attic;
    private final Consumer<TwinId> farewell;
    /** Composites whose parts have changed while they could not be touched. */
    private final Set<TwinId> owed = new HashSet<>();

    /**
     * @param cells    all twins by id
     * @param lines    the line of a type id
     * @param farewell ends what is open of a twin that has left
     */
    SiteFollower(SiteConfiguration site, SiteFacts facts, RuntimeContext context, Map<TwinId, TwinCell> cells, Function<String, TypeLine> lines,
                 Dispatcher dispatcher, ExchangeDesk exchange, Attic attic, Consumer<TwinId> farewell) {
        this.site = site;
        this.facts = facts;
        this.context = context;
        this.cells = cells;
        this.lines = lines;
        this.dispatcher = dispatcher;
        this.exchange = exchange;
        this.attic = attic;
        this.farewell = farewell;
    }

    /** Does what there is to do now; true where anything was. */
    synchronized boolean follow() throws InterruptedException {
        SiteConfiguration now = site.now();
        facts.follow(now);
        Map<TwinId, TwinDefinition> wanted = new TreeMap<>(now.twins().stream().collect(Collectors.toMap(TwinDefinition::id, Function.identity())));
        Map<TwinId, TwinDefinition> due = due(wanted);
        Set<TypeLine> concerned = new TreeSet<>(Comparator.comparing(TypeLine::id));
        due.forEach((id, definition) -> concerned.addAll(linesOf(id, definition)));
        boolean[] any = new boolean[1];
        exchange.locked(concerned, () -> {
            due.keySet().removeIf(id -> linesOf(id, wanted.get(id)).stream().anyMatch(TypeLine::isExchanging) && postponed(id, wanted.get(id)));
            any[0] = !due.isEmpty();
            if (any[0]) {
                owed.removeAll(due.keySet());
                change(due);
            }
        });
        return any[0];
    }

    private boolean postponed(TwinId id, TwinDefinition definition) {
        LOG.info("twin {} follows the site once the exchange of its type is over", id);
        if (definition != null && !definition.parts().isEmpty()) {
            owed.add(id);
        }
        return true;
    }

    /** Old and new type of a twin. */
    private List<TypeLine> linesOf(TwinId id, TwinDefinition definition) {
        List<TypeLine> found = new ArrayList<>();
        TwinCell cell = cells.get(id);
        if (cell != null) {
            found.add(lines.apply(cell.definition().type()));
        }
        if (definition != null) {
            found.add(lines.apply(definition.type()));
        }
        return found;
    }

    /** The twins that are not what they shall be, each with what it shall be; null for those that shall go. */
    private Map<TwinId, TwinDefinition> due(Map<TwinId, TwinDefinition> wanted) {
        Map<TwinId, TwinDefinition> due = new LinkedHashMap<>();
        Set<TwinId> otherParts = new HashSet<>(owed);
        cells.keySet().stream().filter(id -> !wanted.containsKey(id)).forEach(id -> due.put(id, null));
        wanted.forEach((id, definition) -> {
            TwinCell cell = cells.get(id);
            boolean asPart = cell == null || !cell.definition().type().equals(definition.type()) || !cell.bound().equals(facts.bound(id));
            if (asPart || !says(cell.definition()).equals(says(definition))) {
                due.put(id, definition);
            }
            if (asPart) {
                otherParts.add(id);
            }
        });
        wanted.forEach((id, definition) -> {
            if (owed.contains(id) || definition.parts().values().stream().flatMap(List::stream).anyMatch(otherParts::contains)) {
                due.put(id, definition);
            }
        });
        return due;
    }

    private static TwinDefinition says(TwinDefinition twin) {
        return new TwinDefinition(twin.id(), twin.type(), twin.name(), twin.configuration(), twin.parts(), twin.accept(), "");
    }

    private void change(Map<TwinId, TwinDefinition> due) throws InterruptedException {
        List<TwinCell> leaving = due.keySet().stream().filter(cells::containsKey).map(cells::get).toList();
        dispatcher.detach(leaving);
        for (TwinCell cell : leaving) {
            TwinDefinition next = due.get(cell.id());
            cell.deactivate(next == null ? "it was removed from the site" : "it is described otherwise now", TURN);
            if (isAnother(cell, next)) {
                attic.keep(cell.id(), cell.definition().type(), cell.images().all());
                farewell.accept(cell.id());
            }
        }
        long present = dispatcher.next();
        List<TwinCell> coming = due.values().stream().filter(definition -> definition != null).map(definition -> cell(definition, present)).toList();
        dispatcher.replace(leaving, coming);
        for (Map.Entry<TypeLine, List<TwinCell>> type : byLine(coming).entrySet()) {
            TypeLine line = type.getKey();
            if (line.serving() != null) {
                line.activate(line.serving(), type.getValue());
            }
        }
        LOG.info("site changed at offset {}: {} twins have left, {} have come or go on otherwise", present, leaving.size(), coming.size());
    }

    private static boolean isAnother(TwinCell cell, TwinDefinition next) {
        return next == null || !next.type().equals(cell.definition().type());
    }

    private TwinCell cell(TwinDefinition definition, long present) {
        TwinCell before = cells.get(definition.id());
        if (before != null && !isAnother(before, definition)) {
            return before.describedAs(definition);
        }
        TwinCell fresh = new TwinCell(definition, context);
        fresh.beginAt(present, attic.find(definition.id(), definition.type()));
        return fresh;
    }

    private Map<TypeLine, List<TwinCell>> byLine(Collection<TwinCell> coming) {
        return coming.stream().collect(Collectors.groupingBy(cell -> lines.apply(cell.definition().type()), LinkedHashMap::new, Collectors.toList()));
    }
}

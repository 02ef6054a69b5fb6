package org.gemello.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gemello.api.TwinId;
import org.gemello.binding.internal.Saying;

/**
 * What lies between two states of the site. Where a document stands in which file makes no difference.
 *
 * @param before      never changes
 * @param after       never changes
 * @param twins       a twin has changed where its definition has, or the points bound to it
 * @param connections a connection has changed where its definition has, its bindings or its templates
 */
public record SiteDifference(SiteConfiguration before, SiteConfiguration after, Moves<TwinId> twins, Moves<String> connections) {

    /** Who came, went or is another. */
    public record Moves<K>(Set<K> added, Set<K> removed, Set<K> changed) {
        public boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }
    }

    public static SiteDifference between(SiteConfiguration from, SiteConfiguration to) {
        SiteConfiguration before = from.now();
        SiteConfiguration after = to.now();
        Map<TwinId, List<Object>> pointsBefore = Saying.points(before);
        Map<TwinId, List<Object>> pointsAfter = Saying.points(after);
        BiPredicate<TwinDefinition, TwinDefinition> sameTwin = (a, b) -> Saying.twin(a).equals(Saying.twin(b))
                && pointsBefore.getOrDefault(a.id(), List.of()).equals(pointsAfter.getOrDefault(b.id(), List.of()));
        return new SiteDifference(before, after,
                moves(before.twins(), after.twins(), TwinDefinition::id, sameTwin),
                moves(before.connections(), after.connections(), ConnectionDefinition::name,
                        (a, b) -> Saying.connection(before, a).equals(Saying.connection(after, b))));
    }

    private static <T, K extends Comparable<? super K>> Moves<K> moves(List<T> before, List<T> after, Function<T, K> key, BiPredicate<T, T> same) {
        Map<K, T> old = before.stream().collect(Collectors.toMap(key, Function.identity()));
        Map<K, T> now = after.stream().collect(Collectors.toMap(key, Function.identity()));
        Set<K> added = new TreeSet<>();
        Set<K> changed = new TreeSet<>();
        now.forEach((name, value) -> {
            if (!old.containsKey(name)) {
                added.add(name);
            } else if (!same.test(old.get(name), value)) {
                changed.add(name);
            }
        });
        Set<K> removed = new TreeSet<>(old.keySet());
        removed.removeAll(now.keySet());
        return new Moves<>(added, removed, changed);
    }

    public boolean isEmpty() {
        return twins.isEmpty() && connections.isEmpty();
    }

    /** One line for each twin and connection that is concerned. */
    public List<String> inWords() {
        List<String> lines = new ArrayList<>();
        twins.removed().forEach(id -> lines.add("twin " + id + " goes; its state is kept on disk"));
        twins.added().forEach(id -> lines.add("twin " + id + " comes, of type " + after.twin(id).orElseThrow().type()));
        twins.changed().forEach(id -> lines.add("twin " + id + changeOf(id)));
        connections.removed().forEach(name -> lines.add("connection " + name + " is stopped"));
        connections.changed().forEach(name -> lines.add("connection " + name + " is restarted"));
        connections.added().forEach(name -> lines.add("connection " + name + " is started"));
        return lines;
    }

    private String changeOf(TwinId id) {
        TwinDefinition old = before.twin(id).orElseThrow();
        TwinDefinition now = after.twin(id).orElseThrow();
        if (!old.type().equals(now.type())) {
            return " begins anew, of type " + now.type() + " instead of " + old.type();
        }
        return Saying.twin(old).equals(Saying.twin(now)) ? " has other points bound to it" : " goes on with its state as described now";
    }
}

package org.gemello.binding.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gemello.api.TwinId;
import org.gemello.binding.Place;

/** What only shows when all files are seen together: names used twice, names that nobody has defined. */
final class CrossChecks {
    private final Problems problems;

    CrossChecks(Problems problems) {
        this.problems = problems;
    }

    /** @param what what is there twice and how, such as {@code twin '%s' is defined} */
    <T> void refuseDoubles(String what, Stream<Placed<T>> all, Function<T, ?> identity) {
        Map<Object, Place> first = new HashMap<>();
        all.forEach(one -> {
            Object name = identity.apply(one.value());
            Place before = first.putIfAbsent(name, one.place());
            if (before != null) {
                problems.add(one.place(), String.format(what, name) + " twice, first at " + before + "; remove one");
            }
        });
    }

    /** No twin is a part of itself, not by way of others either. Each circle is told once, at the last use that closes it. */
    void refuseCycles(List<Placed<PartUse>> uses) {
        Map<TwinId, Set<TwinId>> parts = new HashMap<>();
        for (Placed<PartUse> use : uses) {
            TwinId whole = use.value().whole();
            TwinId part = use.value().part();
            if (part.equals(whole) || reaches(part, whole, parts)) {
                problems.add(use.place(), "twin '" + whole + "' would be a part of itself, by way of '" + part + "'; remove one of the parts");
            } else {
                parts.computeIfAbsent(whole, none -> new HashSet<>()).add(part);
            }
        }
    }

    /** Without recursion: a chain may be as long as the site is large. */
    private static boolean reaches(TwinId from, TwinId to, Map<TwinId, Set<TwinId>> parts) {
        Set<TwinId> seen = new HashSet<>();
        Deque<TwinId> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            for (TwinId part : parts.getOrDefault(open.pop(), Set.of())) {
                if (part.equals(to)) {
                    return true;
                }
                if (seen.add(part)) {
                    open.push(part);
                }
            }
        }
        return false;
    }

    void refuseUnknown(String what, Stream<Placed<String>> used, Stream<String> defined) {
        Set<String> known = defined.collect(Collectors.toCollection(TreeSet::new));
        used.filter(name -> !known.contains(name.value())).forEach(name -> {
            String remedy = NearestWord.to(name.value(), known).map(near -> "did you mean '" + near + "'?")
                    .orElse("define it in " + what + "s/");
            problems.add(name.place(), "there is no " + what + " '" + name.value() + "'; " + remedy);
        });
    }
}

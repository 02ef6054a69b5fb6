package org.gemello.binding.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    void refuseUnknown(String what, Stream<Placed<String>> used, Stream<String> defined) {
        Set<String> known = defined.collect(Collectors.toCollection(TreeSet::new));
        used.filter(name -> !known.contains(name.value())).forEach(name -> {
            String remedy = NearestWord.to(name.value(), known).map(near -> "did you mean '" + near + "'?")
                    .orElse("define it in " + what + "s/");
            problems.add(name.place(), "there is no " + what + " '" + name.value() + "'; " + remedy);
        });
    }
}

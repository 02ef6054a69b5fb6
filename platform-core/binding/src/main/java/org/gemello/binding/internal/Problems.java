package org.gemello.binding.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gemello.binding.Place;

/** Everything wrong that one reading of the folder finds, so that the integrator sees all of it at once. */
final class Problems {
    private final Set<Problem> all = new TreeSet<>();
    private final Set<String> files = new HashSet<>();

    void add(Place place, String text) {
        all.add(new Problem(place, text));
        files.add(place.file());
    }

    /** True where something is wrong in that file. */
    boolean in(String file) {
        return files.contains(file);
    }

    /** What was not wrong at an earlier reading; lines may have moved since. */
    List<String> since(Problems earlier) {
        List<String> known = new ArrayList<>(earlier.all.stream().map(Problem::withoutLines).toList());
        return all.stream().filter(problem -> !known.remove(problem.withoutLines())).map(Problem::toString).toList();
    }

    int count() {
        return all.size();
    }

    /** {@code file:line:column: what is wrong; remedy}, in the order of the files. */
    List<String> texts() {
        return all.stream().map(Problem::toString).toList();
    }
}

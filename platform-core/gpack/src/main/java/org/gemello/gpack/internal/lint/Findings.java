package org.gemello.gpack.internal.lint;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gemello.gpack.Finding;
import org.gemello.gpack.Finding.Severity;
import org.gemello.gpack.internal.Quoted;

/** Collects findings, each once, and not without end. */
public final class Findings {
    private static final int MOST = 500;
    private static final int LONGEST = 400;
    private final Set<Finding> all = new LinkedHashSet<>();

    public void error(String place, String text) {
        add(Severity.ERROR, place, text);
    }

    public void warning(String place, String text) {
        add(Severity.WARNING, place, text);
    }

    /** Many warnings never hide an error. */
    public void add(Severity severity, String place, String text) {
        if (all.stream().filter(finding -> finding.severity() == severity).count() < MOST) {
            all.add(new Finding(severity, Quoted.line(place, LONGEST), Quoted.line(text, LONGEST)));
        }
    }

    public List<Finding> sorted() {
        return all.stream().sorted(Comparator.comparing(Finding::severity)).toList();
    }
}

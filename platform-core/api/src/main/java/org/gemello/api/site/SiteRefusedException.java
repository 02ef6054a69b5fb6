package org.gemello.api.site;

import java.util.List;

/** A change that is not made; nothing has been written. */
public class SiteRefusedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;
    private final boolean stale;

    /**
     * @param problems each with its place, what is wrong, and the remedy
     * @param stale    true where a document has another revision than the one expected
     */
    public SiteRefusedException(List<String> problems, boolean stale) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
        this.stale = stale;
    }

    public List<String> problems() {
        return problems;
    }

    /** True where somebody else changed the document in between: read it again. */
    public boolean isStale() {
        return stale;
    }
}

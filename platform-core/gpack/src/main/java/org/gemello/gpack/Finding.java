package org.gemello.gpack;

/**
 * What the lint has found.
 *
 * @param severity an error keeps a pack out, a warning is for people
 * @param place    file in the pack, and what in it
 * @param text     what is wrong and what helps
 */
public record Finding(Severity severity, String place, String text) {

    /** How bad. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return (isError() ? "error" : "warning") + ": " + place + ": " + text;
    }
}

package org.gemello.api.pack;

import java.time.Instant;
import java.util.List;

/**
 * One operation as the history of operations keeps it.
 *
 * @param id      of the job that carries it out
 * @param action  what was asked
 * @param pack    of which pack
 * @param from    version before
 * @param to      version wanted
 * @param caller  who asked
 * @param started when
 * @param ended   when, null while under way
 * @param outcome where it stands or how it ended
 * @param message why, for people
 * @param steps   what was done, each with its time
 * @param pauses  of the cut: for each twin the nanoseconds in which it applied nothing; empty where there was no cut
 */
public record PackOperation(String id, PackRequest.Action action, String pack, String from, String to, String caller, Instant started,
                            Instant ended, Outcome outcome, String message, List<Step> steps, List<Long> pauses) {

    /** How it ended. */
    public enum Outcome {
        UNDER_WAY,
        DONE,
        REFUSED,
        ROLLED_BACK,
        CANCELLED,
        FAILED
    }

    /** One step of: plan, load, shadow, cut, confirm, retire. */
    public record Step(String name, Instant at, String text) {
    }
}

package org.gemello.packs.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.job.Jobs;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackOperation.Outcome;
import org.gemello.api.pack.PackOperation.Step;
import org.gemello.api.pack.PackRequest;
import org.gemello.packs.internal.store.OperationHistory;

/** One operation while it is under way: tells the job where it is and the history what has been done. Used by one thread. */
final class Operation {
    private static final List<String> STEPS = List.of("plan", "load", "shadow", "cut", "confirm", "retire");
    private final String id;
    private final PackRequest.Action action;
    private final String pack;
    private final String from;
    private final String to;
    private final String caller;
    private final Instant started;
    private final OperationHistory history;
    private final Clock clock;
    private final Jobs.Progress progress;
    private final List<Step> steps = new ArrayList<>();
    private List<Long> pauses = List.of();
    private boolean mayCancel = true;

    Operation(String id, PackRequest.Action action, String pack, String from, String to, String caller, OperationHistory history,
            Clock clock,
              Jobs.Progress progress) {
        this.id = id;
        this.action = action;
        this.pack = pack;
        this.from = from;
        this.to = to;
        this.caller = caller;
        this.started = clock.instant();
        this.history = history;
        this.clock = clock;
        this.progress = progress;
    }

    String id() {
        return id;
    }

    PackRequest.Action action() {
        return action;
    }

    /** A step begins, or tells more. */
    void step(String name, String text) throws IOException {
        steps.add(new Step(name, clock.instant(), text));
        progress.at((1.0 + STEPS.indexOf(name)) / (1 + STEPS.size()), name + ": " + text);
        write(Outcome.UNDER_WAY, "", null);
    }

    void pauses(List<Long> nanos) {
        pauses = List.copyOf(nanos);
    }

    /** @throws java.util.concurrent.CancellationException where somebody has asked to end, and it is not too late */
    void checkCancelled() {
        if (mayCancel) {
            progress.checkCancelled();
        }
    }

    /** From here on it goes to its end. */
    void pointOfNoReturn() {
        checkCancelled();
        mayCancel = false;
    }

    void end(Outcome outcome, String message) throws IOException {
        write(outcome, message, clock.instant());
    }

    private void write(Outcome outcome, String message, Instant ended) throws IOException {
        history.put(new PackOperation(id, action, pack, from, to, caller, started, ended, outcome, message, List.copyOf(steps), pauses));
    }
}

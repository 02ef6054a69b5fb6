package org.gemello.gpack.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gemello.api.Quality;
import org.gemello.api.proposal.Gain;
import org.gemello.api.twin.PointRole;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.gpack.AcceptanceTest.Expectation;
import org.gemello.gpack.AcceptanceTest.Step;
import org.gemello.gpack.AcceptanceTest.Value;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;

/** What a behaviour has done so far, held against what a step expects. */
public final class ObservedEffects implements Effects {
    private static final List<String> QUALITIES = List.of("good", "uncertain", "bad");
    private final TwinModel model;
    private final Map<String, Value> derived = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> proposals = new HashSet<>();
    private final Map<String, Value> measured = new HashMap<>();
    private final Set<String> alarms = new HashSet<>();
    private final Map<String, Double> written = new LinkedHashMap<>();
    private String rejected;
    private boolean commanding;

    public ObservedEffects(TwinModel model) {
        this.model = model;
    }

    /** A command begins; what the one before did is forgotten. */
    public void begin() {
        written.clear();
        rejected = null;
        commanding = true;
    }

    /** Somebody or time ends an open proposal; false where it is not open. */
    public boolean close(String key) {
        return proposals.remove(key);
    }

    public void end() {
        commanding = false;
    }

    /** What does not hold after a step. */
    public List<String> check(Step step) {
        List<String> failures = new ArrayList<>();
        Expectation expect = step.expect();
        expect.derived().forEach((point, wanted) -> check(point, wanted, derived.get(point), failures));
        expect.alarms().forEach((alarm, active) -> {
            if (alarms.contains(alarm) != active) {
                failures.add("alarm " + alarm + " is " + (active ? "not active" : "active"));
            }
        });
        expect.texts().forEach((point, wanted) -> {
            String found = texts.get(point);
            if (found == null || !found.contains(wanted)) {
                failures.add(point + (found == null ? " has not been derived as a text" : " is '" + found + "' and should contain '" + wanted + "'"));
            }
        });
        expect.proposals().forEach((key, open) -> {
            if (proposals.contains(key) != open) {
                failures.add("proposal " + key + " is " + (open ? "not open" : "open"));
            }
        });
        expect.gains().forEach((key, wanted) -> {
            if (measured.containsKey(key)) {
                check("what proposal " + key + " has brought", wanted, measured.get(key), failures);
            } else {
                failures.add("it has not been told what proposal " + key + " has brought");
            }
        });
        if (step.command().isPresent()) {
            checkCommand(step.command().get().name(), expect, failures);
        }
        return failures;
    }

    private static void check(String point, Value wanted, Value found, List<String> failures) {
        if (found == null) {
            failures.add(point + " has not been derived");
        } else if (!(Math.abs(found.value() - wanted.value()) <= wanted.tolerance())) {
            failures.add(point + " is " + found.value() + " and should be " + wanted.value() + " +- " + wanted.tolerance());
        } else if (found.quality() != wanted.quality()) {
            failures.add(point + " is of " + QUALITIES.get(found.quality()) + " quality and should be " + QUALITIES.get(wanted.quality()));
        }
    }

    private void checkCommand(String command, Expectation expect, List<String> failures) {
        if (expect.rejected().isPresent()) {
            String wanted = expect.rejected().get();
            if (rejected == null || !rejected.contains(wanted)) {
                failures.add(command + " should be refused with '" + wanted + "' and was "
                        + (rejected == null ? "taken" : "refused with '" + rejected + "'"));
            }
        } else if (rejected != null) {
            failures.add(command + " was refused: " + rejected);
        }
        if (!expect.written().isEmpty() && !expect.written().equals(written)) {
            failures.add(command + " wrote " + written + " and should write " + expect.written());
        }
    }

    @Override
    public void derive(String point, double value, Quality quality, long sourceTime) {
        require(point, PointRole.DERIVED);
        derived.put(point, new Value(value, 0, quality.severity()));
    }

    @Override
    public void derive(String point, long value, Quality quality, long sourceTime) {
        derive(point, (double) value, quality, sourceTime);
    }

    @Override
    public void derive(String point, String text, Quality quality, long sourceTime) {
        require(point, PointRole.DERIVED);
        texts.put(point, text);
    }

    @Override
    public void raise(String alarm, Severity severity, String message, long sourceTime) {
        alarms.add(alarm);
    }

    @Override
    public void clear(String alarm, String message, long sourceTime) {
        alarms.remove(alarm);
    }

    @Override
    public void write(String point, double value) {
        requireCommand();
        require(point, PointRole.SETPOINT);
        written.put(point, value);
    }

    @Override
    public void reject(String reason) {
        requireCommand();
        rejected = reason;
    }

    @Override
    public void propose(ProposalDraft draft) {
        proposals.add(draft.key());
    }

    @Override
    public void withdraw(String key, String reason, long sourceTime) {
        proposals.remove(key);
    }

    @Override
    public void measured(String key, Gain gain, String text, long sourceTime) {
        measured.put(key, new Value(gain.expected(), 0, 0));
    }

    private void require(String point, PointRole role) {
        if (model.point(point).filter(spec -> spec.role() == role).isEmpty()) {
            throw new IllegalArgumentException("the model has no " + role + " point '" + point + "'");
        }
    }

    private void requireCommand() {
        if (!commanding) {
            throw new IllegalStateException("write and reject are for commands only");
        }
    }
}

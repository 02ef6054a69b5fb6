package org.gemello.runtime.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.PointTable;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatch;
import org.gemello.api.SampleBatchBuilder;
import org.gemello.api.Times;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.Gain;
import org.gemello.api.twin.Alarm;
import org.gemello.api.twin.PointRole;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinModel;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;

/**
 * Gathers what one call of a behaviour wants done. Used by the thread that has the call; {@link #close} may come from another. Alarms
 * change when the call has ended well, so that what was half done is forgotten.
 */
final class EffectCollector implements Effects {
    /** A set point to be written. */
    record Write(String point, double value) {
    }

    /** More from one call is a loop gone wild. */
    private static final int MOST_VALUES = 100_000;
    private static final int LONGEST_TEXT = 16_000;
    private final TwinId twin;
    private final PointTable points;
    private final TwinModel model;
    private final Map<String, Alarm> alarms = new ConcurrentHashMap<>();
    private final Map<String, Alarm> changed = new LinkedHashMap<>();
    private final Map<String, Integer> derivedHandles = new HashMap<>();
    private SampleBatchBuilder derived;
    private final List<LogEntry.AlarmChanged> alarmChanges = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();
    private final List<ProposalAct> proposalActs = new ArrayList<>();
    private final List<LogEntry> proposalChanges = new ArrayList<>();
    private final List<String> refusedProposals = new ArrayList<>();
    private final ProposalShelf shelf;
    private String rejection;
    private long receivedTime;
    private volatile boolean closed;

    EffectCollector(TwinId twin, PointTable points, TwinModel model) {
        this.twin = twin;
        this.points = points;
        this.model = model;
        this.shelf = new ProposalShelf(twin);
        for (PointSpec spec : model.points()) {
            if (spec.role() == PointRole.DERIVED) {
                derivedHandles.put(spec.name(), points.handle(new PointDefinition(new PointId(twin, spec.name()), spec.unit())));
            }
        }
        begin();
    }

    /** Puts back what an image has kept. */
    void restore(StateImage image) {
        image.alarms().forEach(alarm -> alarms.put(alarm.name(), alarm));
        shelf.restore(image.proposals());
    }

    ProposalShelf shelf() {
        return shelf;
    }

    /** The twin's alarms by name. */
    Map<String, Alarm> alarms() {
        return alarms;
    }

    /** Forgets the last call. */
    void begin() {
        derived = null;
        changed.clear();
        alarmChanges.clear();
        writes.clear();
        proposalActs.clear();
        proposalChanges.clear();
        refusedProposals.clear();
        rejection = null;
        receivedTime = 0;
    }

    /**
     * The call has ended well.
     *
     * @param cause offset of what it was about
     */
    void commit(long cause) {
        if (!changed.isEmpty()) {
            alarms.putAll(changed);
        }
        for (ProposalAct act : proposalActs) {
            List<LogEntry> said = shelf.act(act, cause);
            if (said == null) {
                refusedProposals.add(((ProposalAct.Proposed) act).draft().key());
            } else {
                proposalChanges.addAll(said);
            }
        }
    }

    /** From now on every effect fails: so ends many an endless loop that was given up. */
    void close() {
        closed = true;
    }

    private void check(int gathered) {
        if (closed || gathered >= MOST_VALUES) {
            throw new IllegalStateException(closed ? "the call of " + twin + " was given up" : "more than " + MOST_VALUES + " effects of one call of " + twin);
        }
    }

    @Override
    public void derive(String point, double value, Quality quality, long sourceTime) {
        rows().add(handle(point), value, quality.code(), sourceTime, receivedTime());
    }

    @Override
    public void derive(String point, long value, Quality quality, long sourceTime) {
        rows().add(handle(point), value, quality.code(), sourceTime, receivedTime());
    }

    @Override
    public void derive(String point, String text, Quality quality, long sourceTime) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters for '" + point + "' of " + twin + "; at most "
                    + LONGEST_TEXT);
        }
        rows().add(handle(point), text, quality.code(), sourceTime, receivedTime());
    }

    private SampleBatchBuilder rows() {
        if (derived == null) {
            derived = SampleBatch.builder(points, derivedHandles.size());
        }
        check(derived.size());
        return derived;
    }

    private int handle(String point) {
        Integer handle = derivedHandles.get(point);
        if (handle == null) {
            throw new IllegalArgumentException("the model of " + twin + " has no derived point '" + point + "'");
        }
        return handle;
    }

    private long receivedTime() {
        if (receivedTime == 0) {
            receivedTime = Times.now();
        }
        return receivedTime;
    }

    @Override
    public void raise(String alarm, Severity severity, String message, long sourceTime) {
        Alarm present = present(alarm);
        if (present == null || !present.active() || present.severity() != severity || !present.message().equals(message)) {
            change(alarm, true, severity, message, sourceTime);
        }
    }

    @Override
    public void clear(String alarm, String message, long sourceTime) {
        Alarm present = present(alarm);
        if (present != null && present.active()) {
            change(alarm, false, present.severity(), message, sourceTime);
        }
    }

    private Alarm present(String alarm) {
        Alarm present = changed.get(alarm);
        return present == null ? alarms.get(alarm) : present;
    }

    private void change(String alarm, boolean active, Severity severity, String message, long sourceTime) {
        check(alarmChanges.size());
        var time = Times.instant(sourceTime);
        changed.put(alarm, new Alarm(alarm, active, severity, message, time));
        alarmChanges.add(new LogEntry.AlarmChanged(twin, alarm, active, severity, message, time));
    }

    @Override
    public void write(String point, double value) {
        PointSpec spec = model.point(point).orElseThrow(() -> new IllegalArgumentException("the model of " + twin + " has no point '" + point + "'"));
        if (spec.role() != PointRole.SETPOINT) {
            throw new IllegalArgumentException("point '" + point + "' of " + twin + " is not a set point");
        }
        check(writes.size());
        writes.add(new Write(point, value));
    }

    @Override
    public void reject(String reason) {
        rejection = reason;
    }

    @Override
    public void propose(ProposalDraft draft) {
        note(new ProposalAct.Proposed(draft));
    }

    @Override
    public void withdraw(String key, String reason, long sourceTime) {
        note(new ProposalAct.Withdrawn(key, reason, Times.instant(sourceTime)));
    }

    @Override
    public void measured(String key, Gain gain, String text, long sourceTime) {
        note(new ProposalAct.Measured(key, gain, text, Times.instant(sourceTime)));
    }

    private void note(ProposalAct act) {
        check(proposalActs.size());
        proposalActs.add(act);
    }

    /** The derived values, empty where there are none. */
    SampleBatch derived() {
        return derived == null ? SampleBatch.builder(points, 0).build() : derived.build();
    }

    List<LogEntry.AlarmChanged> alarmChanges() {
        return List.copyOf(alarmChanges);
    }

    List<Write> writes() {
        return List.copyOf(writes);
    }

    /** What the log is to say about proposals. */
    List<LogEntry> proposalChanges() {
        return proposalChanges;
    }

    /** Keys of what was proposed and is one too many. */
    List<String> refusedProposals() {
        return refusedProposals;
    }

    /** Reason of a rejection, null where there was none. */
    String rejection() {
        return rejection;
    }
}

package org.gemello.rest.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.alarm.AlarmFilter;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.alarm.AlarmView.Handling;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.twin.Severity;

/** One alarm, which goes where it is put. */
final class FakeHandledAlarms implements Alarms {
    private static final Instant NOON = FakePlatform.NOON;
    private AlarmState state = AlarmState.UNACKNOWLEDGED;
    private Handling handling;

    private AlarmView view() {
        return new AlarmView(new TwinId("wt-01"), "hot", Severity.HIGH, "91 Cel", NOON, true, state == AlarmState.ACKNOWLEDGED, state,
                state.isAside() ? handling : null, handling);
    }

    @Override
    public List<AlarmView> alarms(AlarmFilter filter) {
        return filter.matches(view()) ? List.of(view()) : List.of();
    }

    @Override
    public Optional<AlarmView> alarm(TwinId source, String name) {
        return Optional.of(view());
    }

    private AlarmView handle(String name, AlarmAction action, AlarmState next, Role role, String reason, Instant until, Caller caller) {
        if (!name.equals("hot")) {
            throw new NoSuchElementException("there is no alarm '" + name + "'");
        } else if (!caller.may(role)) {
            throw new SecurityException("needs the role " + role);
        } else if (reason.isEmpty() && next.isAside()) {
            throw new IllegalArgumentException("say why");
        } else if (state == next) {
            throw new IllegalStateException("it is " + next + " already");
        }
        state = next;
        handling = new Handling(action, caller.name(), reason, NOON, until);
        return view();
    }

    @Override
    public AlarmView acknowledge(TwinId source, String name, String comment, Caller caller) {
        return handle(name, AlarmAction.ACKNOWLEDGE, AlarmState.ACKNOWLEDGED, Role.OPERATOR, comment, null, caller);
    }

    @Override
    public AlarmView shelve(TwinId source, String name, Duration time, String reason, Caller caller) {
        return handle(name, AlarmAction.SHELVE, AlarmState.SHELVED, Role.OPERATOR, reason, NOON.plus(time), caller);
    }

    @Override
    public AlarmView suppress(TwinId source, String name, String reason, Caller caller) {
        return handle(name, AlarmAction.SUPPRESS, AlarmState.SUPPRESSED, Role.ENGINEER, reason, null, caller);
    }

    @Override
    public AlarmView takeOutOfService(TwinId source, String name, String reason, Caller caller) {
        return handle(name, AlarmAction.TAKE_OUT_OF_SERVICE, AlarmState.OUT_OF_SERVICE, Role.ENGINEER, reason, null, caller);
    }

    @Override
    public AlarmView restore(TwinId source, String name, String reason, Caller caller) {
        return handle(name, AlarmAction.RESTORE, AlarmState.UNACKNOWLEDGED, Role.OPERATOR, reason, null, caller);
    }
}

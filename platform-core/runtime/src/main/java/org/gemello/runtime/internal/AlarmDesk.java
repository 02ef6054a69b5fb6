package org.gemello.runtime.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.alarm.AlarmFilter;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.audit.AuditTrail;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.log.LogEntry;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.api.log.SampleLog;

/** Where people handle alarms. What they do is audited, then in the log, then in the book. */
final class AlarmDesk implements Alarms {
    private static final int STORE_PATIENCE = 5;
    private static final int LONGEST_REASON = 2_000;
    private final SampleLog log;
    private final AlarmBook book;
    private final Supplier<PlatformAlarms> platform;
    private final Supplier<AuditTrail> audit;

    /**
     * @param platform gives null where the platform's own alarms are not there
     * @param audit    gives null where there is no audit log: then nothing is done
     */
    AlarmDesk(SampleLog log, AlarmBook book, Supplier<PlatformAlarms> platform, Supplier<AuditTrail> audit) {
        this.log = log;
        this.book = book;
        this.platform = platform;
        this.audit = audit;
    }

    @Override
    public List<AlarmView> alarms(AlarmFilter filter) {
        return book.matching(filter);
    }

    @Override
    public Optional<AlarmView> alarm(TwinId source, String name) {
        return book.find(source, name);
    }

    @Override
    public AlarmView acknowledge(TwinId source, String name, String comment, Caller caller) {
        AlarmView alarm = known(source, name);
        if (alarm.acknowledged()) {
            throw new IllegalStateException("alarm " + name + " of " + source + " is acknowledged already");
        }
        return handle(alarm, AlarmAction.ACKNOWLEDGE, Role.OPERATOR, comment, null, caller);
    }

    @Override
    public AlarmView shelve(TwinId source, String name, Duration time, String reason, Caller caller) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST_SHELF) > 0) {
            throw new IllegalArgumentException("an alarm is shelved for more than zero and at most " + LONGEST_SHELF + ", not for " + time);
        }
        return handle(putAside(source, name, AlarmState.SHELVED), AlarmAction.SHELVE, Role.OPERATOR, required(reason), Instant.now().plus(time), caller);
    }

    @Override
    public AlarmView suppress(TwinId source, String name, String reason, Caller caller) {
        return handle(putAside(source, name, null), AlarmAction.SUPPRESS, Role.ENGINEER, required(reason), null, caller);
    }

    @Override
    public AlarmView takeOutOfService(TwinId source, String name, String reason, Caller caller) {
        return handle(putAside(source, name, null), AlarmAction.TAKE_OUT_OF_SERVICE, Role.ENGINEER, required(reason), null, caller);
    }

    @Override
    public AlarmView restore(TwinId source, String name, String reason, Caller caller) {
        AlarmView alarm = known(source, name);
        if (alarm.aside() == null) {
            throw new IllegalStateException("alarm " + name + " of " + source + " is not put aside");
        }
        Role needed = alarm.state() == AlarmState.SHELVED ? Role.OPERATOR : Role.ENGINEER;
        return handle(alarm, AlarmAction.RESTORE, needed, reason, null, caller);
    }

    private AlarmView known(TwinId source, String name) {
        return book.find(source, name).orElseThrow(() -> new NoSuchElementException("no alarm '" + name + "' of " + source));
    }

    /** @param again state in which it may be put aside once more; null for none */
    private AlarmView putAside(TwinId source, String name, AlarmState again) {
        AlarmView alarm = known(source, name);
        if (alarm.aside() != null && alarm.state() != again) {
            throw new IllegalStateException("alarm " + name + " of " + source + " is " + alarm.state() + " already; restore it first");
        }
        return alarm;
    }

    private static String required(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("say why: the next shift wants to know");
        }
        return reason;
    }

    private AlarmView handle(AlarmView alarm, AlarmAction action, Role needed, String reason, Instant until, Caller caller) {
        AuditTrail trail = audit.get();
        if (trail == null) {
            throw new IllegalStateException("there is no audit log, so nothing can be done; see the health of the platform");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has at most " + LONGEST_REASON + " characters");
        }
        String what = "alarm." + action.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String object = alarm.source() + "/" + alarm.name();
        if (!caller.may(needed)) {
            String why = "user " + caller.name() + " lacks the role " + needed.name().toLowerCase(Locale.ROOT);
            trail.refused(caller.name(), what, object, why, TraceId.NONE);
            throw new SecurityException(why);
        }
        trail.allowed(caller.name(), what, object, until == null ? reason : reason + " (until " + until + ")", TraceId.NONE);
        store(new LogEntry.AlarmHandled(alarm.source(), alarm.name(), action, caller.name(), reason, until, Instant.now()));
        return known(alarm.source(), alarm.name());
    }

    private void store(LogEntry.AlarmHandled handled) {
        try {
            log.append(handled, TraceId.random()).get(STORE_PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LogUnavailableException("the log does not take it, so it is not done: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailableException("the platform is stopping", e);
        }
        book.handled(handled); // it comes by in the log too, which gives the same; whoever looks now sees it already
    }

    /** What the log says, as it comes by. */
    void accept(LogEntry entry) {
        if (entry instanceof LogEntry.AlarmChanged changed) {
            book.changed(changed);
        } else if (entry instanceof LogEntry.AlarmHandled handled) {
            book.handled(handled);
        }
    }

    /** Ends the alarms of a source that has left; who has not acknowledged them still may. */
    void close(TwinId source, String why) {
        Instant now = Instant.now();
        for (AlarmView alarm : book.all()) {
            if (alarm.source().equals(source) && alarm.active()) {
                log.append(new LogEntry.AlarmChanged(source, alarm.name(), false, alarm.severity(), why, now), TraceId.random());
            }
            if (alarm.source().equals(source) && alarm.aside() != null) {
                log.append(new LogEntry.AlarmHandled(source, alarm.name(), AlarmAction.RESTORE, "", why, null, now), TraceId.random());
            }
        }
    }

    /** The platform's clock: ends shelves whose time is over, and takes in alarms of the platform from before there was a book. */
    void tick(Instant now) {
        for (AlarmView alarm : book.all()) {
            if (alarm.state() == AlarmState.SHELVED && !now.isBefore(alarm.aside().until())) {
                store(new LogEntry.AlarmHandled(alarm.source(), alarm.name(), AlarmAction.RESTORE, "", "its time is over", null, now));
            }
        }
        PlatformAlarms own = platform.get();
        if (own != null) {
            TwinId source = new TwinId(PlatformAlarms.TWIN);
            own.active().stream().filter(alarm -> book.find(source, alarm.name()).isEmpty()).forEach(alarm -> book.changed(
                    new LogEntry.AlarmChanged(source, alarm.name(), true, alarm.severity(), alarm.message(), alarm.since())));
        }
    }
}

package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmFilter;
import org.gemello.api.alarm.AlarmJournal;
import org.gemello.api.alarm.AlarmRecord;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.Alarms;
import org.gemello.api.health.PlatformAlarms.PlatformAlarm;
import org.gemello.api.twin.Severity;
import org.gemello.rest.internal.contract.AlarmHandlingRequestJson;
import org.gemello.rest.internal.contract.AlarmJournalPageJson;
import org.gemello.rest.internal.contract.AlarmStateJson;
import org.gemello.rest.internal.contract.AlarmsApi;
import org.gemello.rest.internal.contract.PlatformAlarmJson;
import org.gemello.rest.internal.contract.SeverityJson;
import org.gemello.rest.internal.contract.StandingAlarmJson;
import org.gemello.rest.internal.mapping.AlarmMapping;
import org.gemello.rest.internal.mapping.JobMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.gemello.rest.internal.request.Span;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Sight;
import org.gemello.security.policy.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Alarms, and what is done about them. The service audits what is done itself, before it is done. */
@Component(service = AlarmsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class AlarmsResource implements AlarmsApi {
    /** What a vendor sees of the platform's own alarms. */
    private static final String OF_PACKS = "packs.";
    private final Platform platform;
    private final Permits permits;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public AlarmsResource(@Reference Platform platform, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.permits = permits;
        this.sights = sights;
    }

    @Override
    public List<PlatformAlarmJson> listPlatformAlarms(Integer limit, String cursor) {
        boolean all = Requester.of(security).caller().may(Role.VIEWER);
        return Page.following(platform.alarms().active().stream().filter(alarm -> all || alarm.name().startsWith(OF_PACKS)).toList(),
                PlatformAlarm::name, cursor, limit).map(JobMapping::of);
    }

    @Override
    public List<StandingAlarmJson> listAlarms(String source, List<AlarmStateJson> state, SeverityJson severity, Integer limit, String cursor) {
        Set<AlarmState> states = state == null || state.isEmpty() ? AlarmFilter.STANDING.states()
                : state.stream().map(each -> AlarmState.valueOf(each.name())).collect(Collectors.toSet());
        Sight sight = sights.of(security);
        AlarmFilter filter = new AlarmFilter(source == null ? Set.of() : Set.of(new TwinId(source)), states,
                severity == null ? Severity.LOW : Severity.valueOf(severity.name()), Integer.MAX_VALUE);
        return Page.following(platform.handledAlarms().alarms(filter).stream().filter(alarm -> sight.sees(alarm.source())).toList(),
                alarm -> alarm.source() + "/" + alarm.name(), cursor, limit).map(AlarmMapping::of);
    }

    @Override
    public AlarmJournalPageJson readAlarmJournal(String source, Instant from, Instant to, Integer limit, Long cursor) {
        Span span = Span.of(from, to);
        Sight sight = sights.of(security);
        List<AlarmRecord> found = platform.alarmJournal().read(span.from(), span.to(), cursor == null ? AlarmJournal.BEFORE_ALL : cursor,
                record -> (source == null || record.source().value().equals(source)) && sight.sees(record.source()), limit + 1);
        boolean more = found.size() > limit;
        List<AlarmRecord> page = more ? found.subList(0, limit) : found;
        return new AlarmJournalPageJson().items(page.stream().map(AlarmMapping::of).toList()).next(more ? page.get(limit - 1).offset() : null);
    }

    @Override
    public StandingAlarmJson handleAlarm(String source, String alarm, AlarmHandlingRequestJson asked) {
        Alarms alarms = platform.handledAlarms();
        TwinId twin = new TwinId(source);
        Requester requester = permits.holds(Action.ACKNOWLEDGE, Target.of(twin), security, "alarm." + asked.getAction().toString().toLowerCase(Locale.ROOT),
                source + "/" + alarm);
        Caller caller = Permits.acting(requester, Action.ACKNOWLEDGE);
        String reason = asked.getReason().strip();
        return AlarmMapping.of(Asked.allowed(() -> Asked.of("reason", () -> switch (asked.getAction()) {
            case ACKNOWLEDGE -> alarms.acknowledge(twin, alarm, reason, caller);
            case SHELVE -> alarms.shelve(twin, alarm, Duration.ofMinutes(asked.getMinutes()), reason, caller);
            case SUPPRESS -> alarms.suppress(twin, alarm, reason, caller);
            case TAKE_OUT_OF_SERVICE -> alarms.takeOutOfService(twin, alarm, reason, caller);
            case RESTORE -> alarms.restore(twin, alarm, reason, caller);
        })));
    }
}

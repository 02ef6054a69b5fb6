package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmFilter;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.command.CommandView;
import org.gemello.api.twin.Severity;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.TwinQuery.Own;
import org.gemello.rest.internal.TwinQuery.Parts;
import org.gemello.rest.internal.contract.AlarmStateJson;
import org.gemello.rest.internal.contract.CommandJson;
import org.gemello.rest.internal.contract.CommandRequestJson;
import org.gemello.rest.internal.contract.SampleJson;
import org.gemello.rest.internal.contract.SeverityJson;
import org.gemello.rest.internal.contract.TwinDetailJson;
import org.gemello.rest.internal.contract.TwinJson;
import org.gemello.rest.internal.contract.TwinPageJson;
import org.gemello.rest.internal.contract.TwinStatusJson;
import org.gemello.rest.internal.contract.TwinsApi;
import org.gemello.rest.internal.mapping.CommandMapping;
import org.gemello.rest.internal.mapping.SampleMapping;
import org.gemello.rest.internal.mapping.SiteMapping;
import org.gemello.rest.internal.mapping.TwinMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Sight;
import org.gemello.security.policy.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Twins, their state, history, and commands to them. */
@Component(service = TwinsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class TwinsResource implements TwinsApi {
    /** More than the platform keeps of a twin. */
    private static final int KEPT_COMMANDS = 100_000;
    private final Platform platform;
    private final CommandDesk desk;
    private final Permits permits;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public TwinsResource(@Reference Platform platform, @Reference CommandDesk desk, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.desk = desk;
        this.permits = permits;
        this.sights = sights;
    }

    @Override
    public TwinPageJson listTwins(String type, TwinStatusJson status, String q, String alarm, SeverityJson severity, AlarmStateJson alarmState,
                                  List<String> where, String partOf, String role, Boolean deep, String part, String partType, TwinStatusJson partStatus,
                                  String partAlarm, AlarmStateJson partAlarmState, List<String> partWhere, TwinDetailJson view, Integer limit,
                                  String cursor) {
        return new TwinQuery(new Own(type, status, q, alarm, severity, standing(alarmState), PointCondition.of("where", where)),
                new Parts(partOf, role, deep, part, new Own(partType, partStatus, null, partAlarm, null, standing(partAlarmState),
                        PointCondition.of("part.where", partWhere))), view, limit, cursor).page(twins().twins());
    }

    /** Alarms in a state by twin, null where none is asked for. */
    private Map<TwinId, List<AlarmView>> standing(AlarmStateJson state) {
        return state == null ? null : platform.handledAlarms()
                .alarms(new AlarmFilter(Set.of(), Set.of(AlarmState.valueOf(state.name())), Severity.LOW, Integer.MAX_VALUE)).stream()
                .collect(Collectors.groupingBy(AlarmView::source));
    }

    @Override
    public TwinJson getTwin(String twinId) {
        return TwinMapping.of(twin(twinId)).accept(SiteMapping.accepted(platform.siteIfPresent(), twinId));
    }

    @Override
    public List<SampleJson> getState(String twinId, Instant at) {
        TwinView twin = twin(twinId);
        if (at == null) {
            return twin.state().values().stream().map(SampleMapping::of).toList();
        }
        Sight sight = sights.of(security);
        return platform.history().state(twin.id(), at).values().stream().filter(sample -> sight.sees(sample.point())).sorted(Comparator.comparing(sample -> sample.point().name()))
                .map(SampleMapping::of).toList();
    }

    @Override
    public List<CommandJson> listCommands(String twinId, Integer limit, String cursor) {
        return Page.following(platform.commands().commands(twin(twinId).id(), KEPT_COMMANDS), view -> view.command().id(), cursor, limit)
                .map(this::json);
    }

    /** The trace filter has read the header already, as it does for every request. */
    @Override
    public CommandJson submitCommand(String twinId, CommandRequestJson asked, String traceparent) {
        TwinId twin = twin(twinId).id();
        Requester requester = permits.holds(Action.COMMAND, Target.command(twin, asked.getName()), security, "command.submit",
                twin + "/" + asked.getName());
        var command = CommandMapping.request(twin, asked, requester.trace());
        var caller = Permits.acting(requester, Action.COMMAND);
        return json(permits.approval(Target.command(twin, asked.getName()), security)
                .map(because -> desk.request(command, because, caller)).orElseGet(() -> desk.submit(command, caller)));
    }

    private CommandJson json(CommandView view) {
        return CommandMapping.of(view, platform.commands().approvalTime());
    }

    private TwinView twin(String id) {
        return twins().twin(new TwinId(id)).orElseThrow(() -> Asked.notFound("there is no twin '" + id + "'"));
    }

    private TwinRegistry twins() {
        return sights.twins(platform, security);
    }
}

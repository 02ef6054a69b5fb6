package org.gemello.rest.internal;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.gemello.api.Caller;
import org.gemello.api.TwinId;
import org.gemello.api.command.ApprovalException;
import org.gemello.api.command.Command;
import org.gemello.api.command.CommandView;
import org.gemello.api.command.Commands;
import org.gemello.rest.internal.contract.CommandJson;
import org.gemello.rest.internal.contract.CommandStateJson;
import org.gemello.rest.internal.contract.CommandsApi;
import org.gemello.rest.internal.contract.DecisionJson;
import org.gemello.rest.internal.mapping.CommandMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.rest.internal.problem.Problems;
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

/** What became of commands, and the decisions about those that wait for approval. */
@Component(service = CommandsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class CommandsResource implements CommandsApi {
    private static final int KEPT = 100_000;
    private final Platform platform;
    private final Permits permits;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public CommandsResource(@Reference Platform platform, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.permits = permits;
        this.sights = sights;
    }

    @Override
    public List<CommandJson> listAllCommands(String twin, CommandStateJson state, Integer limit, String cursor) {
        Sight sight = sights.of(security);
        Commands commands = platform.commands();
        List<CommandView> all = twin == null ? commands.commands(KEPT) : commands.commands(new TwinId(twin), KEPT);
        List<CommandView> seen = all.stream().filter(view -> state == null || view.state().name().equals(state.name()))
                .filter(view -> sight.sees(view.command().twin())).toList();
        return Page.following(seen, view -> view.command().id(), cursor, limit).map(this::json);
    }

    @Override
    public CommandJson getCommand(String commandId) {
        return json(find(commandId));
    }

    @Override
    public CommandJson decideCommand(String commandId, DecisionJson decision) {
        Command command = find(commandId).command();
        boolean approve = decision.getDecision() == DecisionJson.DecisionEnum.ACCEPT;
        String reason = decision.getReason().strip();
        if (!approve && reason.isEmpty()) {
            throw new InvalidRequestException("reason", "say why it is declined: who asked for it reads this");
        }
        String what = approve ? "command.approve" : "command.decline";
        Requester requester = permit(approve, command, what, reason);
        Caller caller = Permits.acting(requester, Action.APPROVE);
        Commands commands = platform.commands();
        try {
            return json(Asked.of("reason", () -> approve ? commands.approve(commandId, reason, caller)
                    : commands.decline(commandId, reason, caller)));
        } catch (ApprovalException e) {
            permits.noteRefusal(requester, what, object(command), e.getMessage());
            throw Asked.conflict(e.getMessage());
        } catch (SecurityException e) {
            permits.noteRefusal(requester, what, object(command), e.getMessage());
            throw new ForbiddenException(Problems.response(Status.FORBIDDEN, e.getMessage()));
        }
    }

    /** To take back what one has asked for needs no more than to have been allowed to ask. */
    private Requester permit(boolean approve, Command command, String what, String reason) {
        boolean own = command.caller().equals(Requester.of(security).getName());
        Action action = own && !approve ? Action.COMMAND : Action.APPROVE;
        Target target = Target.command(command.twin(), command.name());
        if (approve) {
            permits.requirePerson(Requester.of(security), what, object(command));
        }
        return permits.require(action, target, security, what, object(command), reason);
    }

    private static String object(Command command) {
        return command.twin() + "/" + command.name() + " " + command.id();
    }

    private CommandView find(String id) {
        return platform.commands().command(id).filter(view -> sights.of(security).sees(view.command().twin()))
                .orElseThrow(() -> Asked.notFound("there is no command '" + id + "'"));
    }

    private CommandJson json(CommandView view) {
        return CommandMapping.of(view, platform.commands().approvalTime());
    }
}

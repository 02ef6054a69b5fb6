package org.gemello.rest.internal;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gemello.api.Caller;
import org.gemello.api.command.CommandRequest;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.rest.internal.problem.Problems;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.AuditUnavailableException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes commands in: written into the audit log first, so that no command goes to the plant unseen. */
@Component(service = CommandDesk.class)
public final class CommandDesk {
    private final Platform platform;
    private final Audit audit;

    @Activate
    public CommandDesk(@Reference Platform platform, @Reference Audit audit) {
        this.platform = platform;
        this.audit = audit;
    }

    /**
     * @throws AuditUnavailableException where the command cannot be audited; it was not let in
     * @throws NotFoundException         where there is no such twin
     * @throws ClientErrorException      where the policy refuses it
     */
    CommandView submit(CommandRequest request, Caller caller) {
        return given(request, caller, () -> platform.commands().submit(request, caller), "");
    }

    /** As {@link #submit}, for what somebody else has to approve before it goes anywhere. */
    CommandView request(CommandRequest request, String because, Caller caller) {
        return given(request, caller, () -> platform.commands().request(request, because, caller), ", waits: " + because);
    }

    private CommandView given(CommandRequest request, Caller caller, Supplier<CommandView> gives, String remark) {
        audit.record(event(request, caller, Outcome.ALLOWED, new TreeMap<>(request.arguments()) + remark));
        CommandView view;
        try {
            view = gives.get();
        } catch (NoSuchElementException e) {
            audit.note(event(request, caller, Outcome.FAILED, "no such twin"));
            throw new NotFoundException(Problems.response(Status.NOT_FOUND, "there is no twin '" + request.twin() + "'"));
        } catch (RuntimeException e) {
            audit.note(event(request, caller, Outcome.FAILED, e.toString()));
            throw e;
        }
        if (view.state() == CommandState.REJECTED) {
            audit.note(event(request, caller, Outcome.REFUSED, view.reason()));
            throw new ClientErrorException(Problems.commandRefused(view.command().id(), view.reason()));
        }
        return view;
    }

    private static AuditEvent event(CommandRequest request, Caller caller, Outcome outcome, String reason) {
        return new AuditEvent(caller.name(), "command.submit", request.twin() + "/" + request.name(), outcome, reason, request.trace());
    }
}

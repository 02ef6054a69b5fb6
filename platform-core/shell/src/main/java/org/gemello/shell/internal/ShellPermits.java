package org.gemello.shell.internal;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.karaf.shell.support.ShellUtil;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.api.TraceId;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.ProposalView;
import org.gemello.api.proposal.Proposals;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.security.Audit;
import org.gemello.security.AuditEvent;
import org.gemello.security.AuditEvent.Outcome;
import org.gemello.security.UserStore;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Decision;
import org.gemello.security.policy.PolicyStore;
import org.gemello.security.policy.SeenTwins;
import org.gemello.security.policy.Sight;
import org.gemello.security.policy.Target;
import org.gemello.security.policy.Who;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What whoever types may see and do: by the same policies as requests, and every refusal in the audit log. */
@Component(service = ShellPermits.class)
public final class ShellPermits {
    /** Who sits at the console of the process itself, as the container calls that one; no user of the platform. */
    private static final String CONSOLE = System.getProperty("karaf.local.user", "karaf");
    private final PolicyStore policies;
    private final UserStore users;
    private final Audit audit;
    private final Supplier<String> name;

    @Activate
    public ShellPermits(@Reference PolicyStore policies, @Reference UserStore users, @Reference Audit audit) {
        this(policies, users, audit, ShellUtil::getCurrentUserName);
    }

    /** @param name of who has logged in to the shell, null for the process itself */
    ShellPermits(PolicyStore policies, UserStore users, Audit audit, Supplier<String> name) {
        this.policies = policies;
        this.users = users;
        this.audit = audit;
        this.name = name;
    }

    /** Who has logged in, with the roles of this moment: a session outlives the role that it was opened with. */
    Caller caller() {
        String user = Objects.requireNonNullElse(name.get(), CONSOLE);
        return users.users().stream().filter(known -> known.name().equals(user)).findFirst().map(known -> new Caller(user, known.roles()))
                .orElseGet(() -> new Caller(user, user.equals(CONSOLE) ? Set.of(Role.ADMINISTRATOR) : Set.of()));
    }

    Sight sight() {
        return new Sight(policies::policies, Who.of(caller()));
    }

    /** The twins that are seen, each with what is seen of it. */
    TwinRegistry seen(TwinRegistry twins) {
        Sight sight = sight();
        return sight.seesAll() ? twins : new SeenTwins(twins, sight);
    }

    /** @throws IllegalArgumentException where there is none that is seen */
    ProposalView seen(Proposals proposals, String id) {
        Sight sight = sight();
        return proposals.proposal(id).filter(view -> sight.sees(view.proposal()))
                .orElseThrow(() -> new IllegalArgumentException("there is no proposal '" + id + "'; proposal:list shows all"));
    }

    /** @throws SecurityException where who types lacks the role */
    void require(Role role, String what, String object) {
        Caller caller = caller();
        if (!caller.may(role)) {
            throw refused(caller, what, object, "this needs the role " + role);
        }
    }

    /**
     * @throws SecurityException        where a policy or the role keeps it from who types, or lets it wait for somebody else
     * @throws IllegalArgumentException where that one does not see the twin: it is then as if it were not there
     */
    void require(Action action, Target target, String what, String object) {
        Sight sight = sight();
        if (!sight.sees(target.twin())) {
            throw noTwin(target.twin());
        }
        Decision decision = sight.may(action, target);
        if (!decision.allowed()) {
            throw refused(caller(), what, object, decision.because());
        } else if (decision.approval()) {
            throw refused(caller(), what, object, target + " waits for somebody else's approval: " + decision.because());
        }
    }

    /** For what cannot be told apart by twin: refuses those from whom a policy keeps some. */
    void requireAll(Action action, String what, String object) {
        if (!sight().mayWithAll(action)) {
            throw refused(caller(), what, object, "this is not about single twins, and there are some that you may not " + action);
        }
    }

    static IllegalArgumentException noTwin(TwinId twin) {
        return new IllegalArgumentException("there is no twin '" + twin + "'; twin:list shows all");
    }

    private SecurityException refused(Caller caller, String what, String object, String because) {
        audit.record(new AuditEvent(caller.name(), what, object, Outcome.REFUSED, because, TraceId.NONE));
        return new SecurityException(because);
    }
}

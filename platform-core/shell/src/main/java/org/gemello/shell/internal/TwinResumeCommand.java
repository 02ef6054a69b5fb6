package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.TwinId;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinStatus;
import org.gemello.api.twin.TwinView;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Target;

/** {@code twin:resume}. */
@Service
@Command(scope = "twin", name = "resume", description = "Lets the parked twins of a twin's type go on from their last state")
public final class TwinResumeCommand extends AuditedCommand {
    @Reference
    TwinRegistry twins;
    @Reference
    TypeExchange exchange;

    @Argument(name = "twin", description = "Id of a parked twin", required = true)
    @Completion(TwinIdCompleter.class)
    String twin;

    @Override
    String action() {
        return "twin.resume";
    }

    @Override
    String object() {
        return twin;
    }

    /** Its type is what goes on, so that every parked twin of it counts. */
    @Override
    void check() {
        String type = parked().type();
        twins.twins().stream().filter(each -> each.type().equals(type) && each.status() == TwinStatus.PARKED)
                .forEach(each -> permits.require(Action.CONFIGURE, Target.of(each.id()), action(), object()));
        super.check();
    }

    @Override
    String act() throws Exception {
        String type = parked().type();
        return exchange.resume(type) + " twins of " + type + " go on";
    }

    private TwinView parked() {
        return permits.seen(twins).twin(new TwinId(twin)).orElseThrow(() -> ShellPermits.noTwin(new TwinId(twin)));
    }
}

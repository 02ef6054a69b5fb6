package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.TwinId;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinView;
import org.gemello.runtime.exchange.TypeExchange;

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

    @Override
    String act() throws Exception {
        TwinView parked = twins.twin(new TwinId(twin)).orElseThrow(() -> new IllegalArgumentException("there is no twin '" + twin + "'; see twin:list"));
        return exchange.resume(parked.type()) + " twins of " + parked.type() + " go on";
    }
}

package org.gemello.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gemello.api.twin.TwinRegistry;

/** Completes ids of twins. */
@Service
public final class TwinIdCompleter implements Completer {
    @Reference
    TwinRegistry twins;
    @Reference
    ShellPermits permits;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        List<String> ids = permits.seen(twins).twins().stream().map(twin -> twin.id().value()).toList();
        return new StringsCompleter(ids).complete(session, line, candidates);
    }
}

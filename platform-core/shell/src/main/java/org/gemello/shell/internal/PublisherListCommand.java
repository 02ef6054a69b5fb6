package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.pack.Packs;

/** {@code publisher:list}. */
@Service
@Command(scope = "publisher", name = "list", description = "Lists the publishers whose packs are trusted, and revoked keys")
public final class PublisherListCommand extends TableCommand {
    @Reference
    Packs packs;

    @Override
    List<Table> tables(Instant now) {
        Table table = new Table("Publisher", "Key (SHA-256)", "State", "From");
        packs.publishers().forEach(publisher -> table.row(publisher.name(), publisher.key(), publisher.revoked() ? "revoked" : "trusted",
                publisher.builtIn() ? "the platform" : "an administrator"));
        return List.of(table);
    }
}

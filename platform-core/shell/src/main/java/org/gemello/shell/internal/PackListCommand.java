package org.gemello.shell.internal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.pack.PackVersion;
import org.gemello.api.pack.PackView;
import org.gemello.api.pack.Packs;
import org.gemello.api.pack.StagedPack;

/** {@code pack:list}. */
@Service
@Command(scope = "pack", name = "list", description = "Lists the packs: installed, and in quarantine")
public final class PackListCommand extends TableCommand {
    @Reference
    Packs packs;

    @Override
    List<Table> tables(Instant now) {
        Table installed = new Table("Pack", "Version", "State", "Publisher", "Signature", "Kept", "Twin types", "Reason");
        for (PackView pack : packs.packs()) {
            installed.row(pack.id(), pack.version(), pack.state(), pack.publisher(), pack.signature().state(),
                    pack.kept().stream().map(PackVersion::version).collect(Collectors.joining(" ")), String.join(" ", pack.types().keySet()),
                    pack.reason() + pack.leak());
        }
        Table staged = new Table("In quarantine", "Pack", "Version", "Signature", "Since", "Problems");
        for (StagedPack pack : packs.staged()) {
            staged.row(pack.handle(), pack.id(), pack.version(), pack.signature().state(), Texts.age(pack.staged(), now),
                    String.join("; ", pack.problems()));
        }
        return staged.rows().isEmpty() ? List.of(installed) : List.of(installed, staged);
    }
}

package org.gemello.shell.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.pack.PackOffer;
import org.gemello.api.pack.PackView;
import org.gemello.api.pack.StagedPack;

/** {@code pack:update}. */
@Service
@Command(scope = "pack", name = "update", description = "Brings an installed pack to the newest version that the repositories offer, or to that of a file")
public final class PackUpdateCommand extends PackCommand {
    @Argument(name = "pack", description = "Id of the installed pack", required = true)
    String pack;
    @Argument(index = 1, name = "file", description = "A .gpack file on this machine, or a name of pack:list; the repositories where it is absent")
    String file;

    @Override
    String action() {
        return "pack.update";
    }

    @Override
    String object() {
        return pack;
    }

    @Override
    String act() throws Exception {
        PackView installed = packs.pack(pack).orElseThrow(() -> new IllegalArgumentException("pack '" + pack + "' is not installed; see pack:list"));
        String source = file == null ? newest(installed).handle() : file;
        StagedPack staged = staged(source);
        if (!staged.id().equals(pack)) {
            throw new IllegalArgumentException("'" + source + "' is pack '" + staged.id() + "', not '" + pack + "'");
        }
        return run(install(staged.handle()));
    }

    private StagedPack newest(PackView installed) throws Exception {
        PackOffer offer = packs.search(pack).stream().filter(o -> o.id().equals(pack) && o.compatible()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no repository offers a version of '" + pack + "' that fits; see pack:search"));
        if (offer.version().equals(installed.version())) {
            throw new IllegalArgumentException(offer.version() + " is the newest version on offer and serves already");
        }
        return packs.fetch(offer.repository(), offer.id(), offer.version(), caller());
    }
}

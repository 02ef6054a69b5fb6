package org.gemello.packs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackRequest;
import org.gemello.packs.internal.store.ActivePacks;
import org.gemello.packs.internal.store.ActivePacks.Active;
import org.gemello.packs.internal.store.OperationHistory;
import org.gemello.packs.internal.store.PackStore;
import org.gemello.packs.internal.store.PackStore.Kept;
import org.gemello.packs.internal.store.Quarantine;

/** Finds what a request names: the pack, the version that serves, the file of the one wanted, the grant. */
final class Targets {
    private final ActivePacks active;
    private final PackStore store;
    private final Quarantine quarantine;
    private final Inspector inspector;
    private final OperationHistory history;

    Targets(ActivePacks active, PackStore store, Quarantine quarantine, Inspector inspector, OperationHistory history) {
        this.active = active;
        this.store = store;
        this.quarantine = quarantine;
        this.inspector = inspector;
        this.history = history;
    }

    /**
     * What a request names.
     *
     * @param pack  id
     * @param from  version that serves, null for none
     * @param file  of the version wanted, null for a removal
     * @param to    what was found in it, null for a removal
     * @param grant what it would be granted
     */
    record Target(String pack, Active from, Path file, Inspector.Inspection to, PackGrant grant) {
    }

    /** @throws IllegalArgumentException where the request names what is not there */
    Target find(PackRequest request) throws IOException {
        return switch (request.action()) {
            case INSTALL -> target(request, quarantine.file(request.source()).orElseThrow(
                    () -> new IllegalArgumentException("there is no file '" + request.source() + "' in quarantine; stage it first")), null);
            case ROLLBACK -> {
                Kept kept = kept(request);
                yield target(request, store.file(kept), kept.grant());
            }
            case REMOVE -> new Target(request.id(), installed(request.id()), null, null, PackGrant.NONE);
        };
    }

    private Target target(PackRequest request, Path file, PackGrant kept) throws IOException {
        try {
            Inspector.Inspection found = inspector.inspect(file);
            String pack = found.manifest().id();
            if (request.id() != null && !request.id().isEmpty() && !request.id().equals(pack)) {
                throw new IllegalArgumentException("the file is pack " + pack + ", not " + request.id());
            }
            Active from = active.find(pack).orElse(null);
            PackGrant grant = request.grant() != null ? request.grant() : kept != null ? kept : from != null ? from.grant()
                    : PackGrant.NONE;
            return new Target(pack, from, file, found, grant);
        } catch (PackRefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Active installed(String id) {
        return active.find(id).orElseThrow(() -> new IllegalArgumentException("pack '" + id + "' is not installed"));
    }

    private Kept kept(PackRequest request) throws IOException {
        Active now = installed(request.id());
        List<Kept> others = store.kept(request.id()).stream().filter(kept -> !kept.sha256().equals(now.sha256())).toList();
        String version = request.source() == null || request.source().isEmpty() ? before(request.id(), now) : request.source();
        Optional<Kept> wanted = version.isEmpty() ? others.stream().findFirst()
                : others.stream().filter(kept -> kept.version().equals(version)).findFirst();
        return wanted.orElseThrow(() -> new IllegalArgumentException("pack '" + request.id() + "' keeps no other version "
                + version + "; it keeps "
                + others.stream().map(Kept::version).toList()));
    }

    /** The version that served before the one that serves now, empty where nobody knows. */
    private String before(String id, Active now) {
        return history.all().stream().filter(done -> done.pack().equals(id) && done.outcome() == PackOperation.Outcome.DONE && done.to()
                .equals(now.version()))
                .map(PackOperation::from).findFirst().orElse("");
    }
}

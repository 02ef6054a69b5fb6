package org.gemello.packs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackSignature;
import org.gemello.api.pack.PackVersion;
import org.gemello.api.pack.PackView;
import org.gemello.api.pack.StagedPack;
import org.gemello.gpack.PackManifest;
import org.gemello.packs.internal.bundle.PackFailure;
import org.gemello.packs.internal.store.ActivePacks.Active;
import org.gemello.packs.internal.store.PackStore;
import org.gemello.packs.internal.store.PackStore.Kept;
import org.gemello.packs.internal.store.Quarantine;

/** What lies here, as people see it. A file is looked at once; what was found is forgotten when the trust changes. */
final class Shelf {
    private final PackStore store;
    private final Quarantine quarantine;
    private final Inspector inspector;
    private final RunningPacks running;
    private final LeakBook leaks;
    private final Map<Path, Inspector.Inspection> found = new ConcurrentHashMap<>();

    Shelf(PackStore store, Quarantine quarantine, Inspector inspector, RunningPacks running, LeakBook leaks) {
        this.store = store;
        this.quarantine = quarantine;
        this.inspector = inspector;
        this.running = running;
        this.leaks = leaks;
    }

    private Inspector.Inspection inspect(Path file) throws IOException, PackRefusedException {
        Inspector.Inspection known = found.get(file);
        if (known == null) {
            known = inspector.inspect(file);
            found.put(file, known);
        }
        return known;
    }

    void forget() {
        found.clear();
    }

    PackManifest manifest(Kept kept) throws PackFailure, IOException {
        try {
            return inspect(store.file(kept)).manifest();
        } catch (PackRefusedException e) {
            throw new PackFailure("the file of version " + kept.version() + " in the store is damaged; install it again, or roll back: " + e.getMessage());
        }
    }

    /** Signature of a kept version, as it is judged now. */
    PackSignature signature(Kept kept) throws PackFailure, IOException {
        manifest(kept);
        return found.get(store.file(kept)).signature();
    }

    /** @throws PackRefusedException where it is no pack */
    StagedPack staged(String handle) throws IOException, PackRefusedException {
        Path file = quarantine.file(handle).orElseThrow(() -> new PackRefusedException("there is no file '" + handle + "' in quarantine; stage it first"));
        Inspector.Inspection to = inspect(file);
        PackManifest manifest = to.manifest();
        return new StagedPack(handle, manifest.id(), manifest.version(), manifest.title(), manifest.description(), to.signature(), manifest.permissions(),
                to.problems(), to.sha256(), quarantine.added(handle));
    }

    PackView view(String id, Active active) throws IOException {
        List<PackVersion> kept = new ArrayList<>();
        for (Kept each : store.kept(id)) {
            kept.add(new PackVersion(each.version(), each.sha256(), each.bytes(), each.added(), each.sha256().equals(active.sha256())));
        }
        Map<String, Integer> types = new java.util.TreeMap<>();
        try {
            Kept serving = store.find(id, active.sha256()).orElseThrow(() -> new PackFailure("its file is gone"));
            PackManifest manifest = manifest(serving);
            manifest.twinTypes().forEach(type -> types.put(type.id(), type.schema()));
            return new PackView(id, manifest.title(), manifest.publisher(), manifest.licence().toString(), running.state(id), running.reason(id),
                    manifest.isolation().toString(), active.version(), kept, types, signature(serving), active.grant(), leaks.words(id));
        } catch (PackFailure e) {
            return new PackView(id, Map.of("en", id), "", "", running.state(id), running.reason(id), "", active.version(), kept, types,
                    new PackSignature(PackSignature.State.TAMPERED, "", "", e.getMessage()), active.grant(), leaks.words(id));
        }
    }
}

package org.gemello.packs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.pack.BindingFile;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackSignature;
import org.gemello.api.pack.PackVersion;
import org.gemello.api.pack.PackView;
import org.gemello.api.pack.StagedPack;
import org.gemello.api.pack.ViewFile;
import org.gemello.gpack.PackBindings;
import org.gemello.gpack.PackFile;
import org.gemello.gpack.PackManifest;
import org.gemello.packs.internal.bundle.PackFailure;
import org.gemello.packs.internal.store.ActivePacks;
import org.gemello.packs.internal.store.ActivePacks.Active;
import org.gemello.packs.internal.store.PackStore;
import org.gemello.packs.internal.store.PackStore.Kept;
import org.gemello.packs.internal.store.Quarantine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies here, as people see it. A file is looked at once; what was found is forgotten when the trust changes. */
final class Shelf {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);
    private final ActivePacks active;
    private final PackStore store;
    private final Quarantine quarantine;
    private final Inspector inspector;
    private final RunningPacks running;
    private final LeakBook leaks;
    private final Map<Path, Inspector.Inspection> found = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Shelf(ActivePacks active, PackStore store, Quarantine quarantine, Inspector inspector, RunningPacks running, LeakBook leaks) {
        this.active = active;
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
            throw new PackFailure("the file of version " + kept.version() + " in the store is damaged; install it again, or roll back: "
                    + e.getMessage());
        }
    }

    /** Signature of a kept version, as it is judged now. */
    PackSignature signature(Kept kept) throws PackFailure, IOException {
        manifest(kept);
        return found.get(store.file(kept)).signature();
    }

    /** @throws PackRefusedException where it is no pack */
    StagedPack staged(String handle) throws IOException, PackRefusedException {
        Path file = quarantine.file(handle).orElseThrow(() -> new PackRefusedException("there is no file '" + handle
                + "' in quarantine; stage it first"));
        Inspector.Inspection to = inspect(file);
        PackManifest manifest = to.manifest();
        return new StagedPack(handle, manifest.id(), manifest.version(), manifest.title(), manifest.description(), to.signature(),
                manifest.permissions(),
                to.problems(), to.sha256(), quarantine.added(handle));
    }

    PackView view(String id, Active serving) throws IOException {
        List<PackVersion> kept = new ArrayList<>();
        for (Kept each : store.kept(id)) {
            kept.add(new PackVersion(each.version(), each.sha256(), each.bytes(), each.added(), each.sha256().equals(serving.sha256())));
        }
        Map<String, Integer> types = new TreeMap<>();
        try {
            Kept file = store.find(id, serving.sha256()).orElseThrow(() -> new PackFailure("its file is gone"));
            PackManifest manifest = manifest(file);
            manifest.twinTypes().forEach(type -> types.put(type.id(), type.schema()));
            return new PackView(id, manifest.title(), manifest.publisher(), manifest.licence().toString(), running.state(id),
                    running.reason(id),
                    manifest.isolation().toString(), serving.version(), kept, types, signature(file), serving.grant(), leaks.words(id));
        } catch (PackFailure e) {
            return new PackView(id, Map.of("en", id), "", "", running.state(id), running.reason(id), "", serving.version(), kept, types,
                    new PackSignature(PackSignature.State.TAMPERED, "", "", e.getMessage()), serving.grant(), leaks.words(id));
        }
    }

    /** What lies in quarantine; a file that can no longer be read is left out, and logged once. */
    List<StagedPack> staged() {
        List<StagedPack> staged = new ArrayList<>();
        try {
            for (String handle : quarantine.handles()) {
                try {
                    staged.add(staged(handle));
                } catch (IOException | PackRefusedException e) {
                    // others come and go while this one looks; one that cannot be read hides none of the rest
                    if (told.add(handle)) {
                        LOG.warn("{} in quarantine cannot be shown: {}", handle, e.getMessage());
                    }
                }
            }
        } catch (IOException e) {
            LOG.error("the quarantine cannot be shown: {}", e.getMessage());
        }
        return staged;
    }

    /** Of an installed pack, or of a staged one by its handle or its id. */
    Path file(String id) throws IOException {
        Optional<Active> serving = active.find(id);
        if (serving.isPresent()) {
            return store.file(kept(id, serving.get()));
        }
        return quarantine.file(id).or(() -> staged().stream().filter(pack -> pack.id().equals(id)).findFirst()
                .flatMap(pack -> quarantine.file(pack.handle())))
                .orElseThrow(() -> new IllegalArgumentException("pack '" + id + "' is neither installed nor staged"));
    }

    private Kept kept(String id, Active serving) throws IOException {
        return store.find(id, serving.sha256()).orElseThrow(() -> new IOException("the file of pack " + id + " is gone from the store"));
    }

    /** A file of the version that serves; empty where there is none. */
    Optional<byte[]> content(String id, String path) throws IOException {
        Optional<Active> serving = active.find(id);
        if (serving.isEmpty()) {
            return Optional.empty();
        }
        try (PackFile file = PackFile.open(store.file(kept(id, serving.get())))) {
            return Optional.of(file.read(path));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        } catch (PackRefusedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The views of the version that serves, in the order of its manifest. */
    List<ViewFile> views(String id, Active serving) throws IOException {
        try {
            PackManifest manifest = manifest(kept(id, serving));
            return manifest.views().stream().filter(view -> manifest.files().containsKey(view.file()))
                    .map(view -> shown(manifest, view)).toList();
        } catch (PackFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static ViewFile shown(PackManifest manifest, PackManifest.Resource view) {
        PackManifest.Digest digest = manifest.files().get(view.file());
        return new ViewFile(manifest.id(), manifest.version(), view.id(), view.file(), view.title(), digest.sha256(), digest.bytes());
    }

    /** The bindings that the version that serves brings, in the order of its manifest. */
    List<BindingFile> bindings(String id, Active serving) throws IOException {
        try (PackFile file = PackFile.open(store.file(kept(id, serving)))) {
            List<BindingFile> bindings = new ArrayList<>();
            for (PackManifest.Resource each : file.manifest().bindings()) {
                PackBindings read = PackBindings.read(file.read(each.file()), each.file());
                bindings.add(new BindingFile(id, file.manifest().version(), each.id(), each.file(), each.title(), read.connection(), read.twins()));
            }
            return bindings;
        } catch (NoSuchElementException | PackRefusedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Days of trial of the version that serves, 0 where it has a licence. */
    int trialDays(String id) throws IOException {
        Optional<Active> serving = active.find(id);
        try {
            return serving.isEmpty() ? 0 : manifest(kept(id, serving.get())).licence().trialDays();
        } catch (PackFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

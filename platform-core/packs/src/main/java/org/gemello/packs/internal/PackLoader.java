package org.gemello.packs.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.gemello.api.pack.PackGrant;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackFile;
import org.gemello.gpack.PackManifest;
import org.gemello.packs.internal.bundle.BundledVersion;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.gemello.packs.internal.bundle.PackFailure;
import org.gemello.packs.internal.bundle.PackOrigin;
import org.gemello.packs.internal.bundle.Remains;
import org.gemello.packs.internal.bundle.WorkerVersion;
import org.gemello.packs.internal.guard.GuardedType;
import org.gemello.packs.internal.guard.Refusals;
import org.gemello.packs.internal.log.PackLogBook;
import org.gemello.packs.internal.log.PrintedLines;
import org.gemello.packs.internal.service.GrantedServices;
import org.gemello.packs.internal.service.PackServicesFactory;
import org.gemello.security.Audit;
import org.gemello.spi.TwinType;
import org.osgi.framework.BundleContext;

/** Brings a version into memory within its grant, in this process or a child, and out of it again. */
final class PackLoader {
    private final BundleContext context;
    private final PackSettings settings;
    private final PackServicesFactory services;
    private final Path folder;
    private final Audit audit;
    private final Executor auditWriter;
    private final PackLogBook log;
    private final Map<PackOrigin, Refusals> refusals = new ConcurrentHashMap<>();

    PackLoader(BundleContext context, PackSettings settings, PackServicesFactory services, Path folder, Audit audit, Executor auditWriter,
            PackLogBook log) {
        this.context = context;
        this.settings = settings;
        this.services = services;
        this.folder = folder;
        this.audit = audit;
        this.auditWriter = auditWriter;
        this.log = log;
    }

    /**
     * Loads a version; its types stand by.
     *
     * @param sha256  what the file must be
     * @param purpose empty for a version that is to serve, else a word that keeps it apart from that one
     * @throws PackFailure where it is not that file, does not start or is not what its manifest says; nothing stays then
     */
    LoadedVersion load(Path path, String sha256, PackGrant granted, String purpose) throws PackFailure, IOException, InterruptedException {
        try (PackFile file = PackFile.open(path)) {
            if (!file.sha256().equals(sha256) || !file.differences().isEmpty()) {
                throw new PackFailure(path.getFileName() + " has been changed on disk; roll back to another version or install it again");
            }
            return load(file, granted, purpose);
        } catch (PackRefusedException e) {
            throw new PackFailure(e.getMessage());
        }
    }

    private LoadedVersion load(PackFile file, PackGrant grant, String purpose) throws PackFailure, IOException, PackRefusedException,
            InterruptedException {
        PackManifest manifest = file.manifest();
        PackOrigin origin = PackOrigin.of(manifest.id(), manifest.version(), file.sha256(), purpose);
        Map<String, Integer> types = new LinkedHashMap<>();
        manifest.twinTypes().forEach(type -> types.put(type.id(), type.schema()));
        Map<String, byte[]> bundles = new LinkedHashMap<>();
        for (String bundle : manifest.bundles()) {
            bundles.put(bundle, file.read(bundle));
        }
        Refusals refused = new Refusals(origin, audit, auditWriter);
        Function<TwinType<?>, GuardedType<?>> guard = type -> GuardedType.of(type, grant, refused);
        refusals.put(origin, refused);
        services.open(origin, new GrantedServices(origin.id(), grant, refused, folder.resolve("files").resolve(origin.id()),
                settings.quotaBytes()));
        try {
            return manifest.isolation() == PackManifest.Isolation.WORKER
                    ? WorkerVersion.load(context, origin, files(origin, bundles), types, guard, folder.resolve("worker"),
                            settings.workerHeapMb(), new PrintedLines(origin, log, Clock.systemUTC())::add)
                    : BundledVersion.load(context, origin, bundles, types, guard, settings.start());
        } catch (PackFailure | IOException | InterruptedException | RuntimeException e) {
            services.close(origin);
            refusals.remove(origin);
            throw e;
        }
    }

    /** A worker reads files, which lie there for as long as the version is loaded. */
    private List<Path> files(PackOrigin origin, Map<String, byte[]> bundles) throws IOException {
        List<Path> files = new ArrayList<>();
        Path own = folder.resolve("worker").resolve("bundles").resolve(origin.toString());
        for (Map.Entry<String, byte[]> bundle : bundles.entrySet()) {
            Path file = own.resolve(bundle.getKey());
            Files.createDirectories(file.getParent());
            files.add(Files.write(file, bundle.getValue()));
        }
        return files;
    }

    /** Takes a version out of memory. */
    Remains retire(LoadedVersion version) throws PackFailure, InterruptedException {
        services.close(version.origin());
        try {
            return version.retire();
        } finally {
            Refusals refused = refusals.remove(version.origin());
            if (refused != null) {
                auditWriter.execute(refused::writeCounts);
            }
        }
    }

    /** Writes to the audit log how often what was refused. */
    void writeRefusals() {
        refusals.values().forEach(Refusals::writeCounts);
    }

    /** What a version has been refused, in words; empty where nothing. */
    String refusals(PackOrigin origin) {
        Refusals refused = refusals.get(origin);
        return refused == null ? "" : refused.summary();
    }
}

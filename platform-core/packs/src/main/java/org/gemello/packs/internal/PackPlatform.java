package org.gemello.packs.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.gemello.api.health.HealthCheck;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.job.JobView;
import org.gemello.api.job.Jobs;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.Packs;
import org.gemello.gpack.ImportRules;
import org.gemello.gpack.Limits;
import org.gemello.gpack.PackTrust;
import org.gemello.packs.internal.bundle.ExportedPackages;
import org.gemello.packs.internal.bundle.PackFailure;
import org.gemello.packs.internal.bundle.PackHooks;
import org.gemello.packs.internal.bundle.PackStartLevel;
import org.gemello.packs.internal.bundle.PackUrls;
import org.gemello.packs.internal.log.LogTap;
import org.gemello.packs.internal.log.PackLogBook;
import org.gemello.packs.internal.service.PackServicesFactory;
import org.gemello.packs.internal.store.ActivePacks;
import org.gemello.packs.internal.store.Journal;
import org.gemello.packs.internal.store.OperationHistory;
import org.gemello.packs.internal.store.PackStore;
import org.gemello.packs.internal.store.Quarantine;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.security.Audit;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pack manager with all its parts, from its start to its end. */
final class PackPlatform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PackPlatform.class);
    private final BundleContext context;
    private final PackHooks hooks;
    private final PackUrls urls;
    private final LogTap logTap;
    private final PackServicesFactory services;
    private final ExecutorService auditWriter = Executors.newSingleThreadExecutor(work -> Caretaker.daemon(work, "packs-audit"));
    private final Workshop shop;
    private final Operations operations;
    private final Shelf shelf;
    private final PackManager manager;
    private final PackHealth health;
    private final ShippedPacks shipped;
    private final Caretaker caretaker;
    private final Restoration restoration;
    private final PackLoader loader;
    private final Jobs jobs;

    /**
     * What the manager needs of its surroundings.
     *
     * @param context  of the manager's bundle
     * @param data     folder of its own below the platform's data
     * @param watched  folder into which people put packs
     * @param exchange of the runtime
     */
    record Surroundings(BundleContext context, Path data, Path watched, TypeExchange exchange, Jobs jobs, Audit audit,
            PlatformAlarms alarms,
                        Clock clock) {
    }

    /**
     * Puts it together; {@link #start} brings the packs up.
     *
     * @param stages hears of every stage of an operation when it is on disk
     */
    PackPlatform(Surroundings around, PackSettings settings, Consumer<Journal.Stage> stages) throws IOException {
        context = around.context();
        jobs = around.jobs();
        Path data = around.data();
        ExportedPackages exports = new ExportedPackages(context);
        PackTrust trust = new PackTrust(settings.shipped() == null ? data.resolve("no-shipped") : settings.shipped(),
                data.resolve("trust"));
        Inspector inspector = new Inspector(trust, settings.allowUnsigned(), exports::versions);
        RunningPacks running = new RunningPacks();
        LeakBook leaks = new LeakBook(around.alarms());
        ActivePacks active = new ActivePacks(data);
        PackStore store = new PackStore(data);
        Quarantine quarantine = new Quarantine(data, Limits.STANDARD.fileBytes());
        PackLogBook log = new PackLogBook(around.clock().instant());
        logTap = new LogTap(context, log);
        hooks = new PackHooks(context, ImportRules::isAllowed);
        urls = new PackUrls(context, new BundleFiles(store));
        services = new PackServicesFactory(context);
        loader = new PackLoader(context, settings, services, data, around.audit(), auditWriter, log);
        Retirement retirement = new Retirement(loader, leaks);
        OperationHistory history = new OperationHistory(data);
        shop = new Workshop(settings, around.clock(), active, store, quarantine, new Journal(data, stages), history,
                new Targets(active, store, quarantine, inspector, history), new Planner(running, around.exchange()), loader, running,
                        around.exchange(),
                new HealthGate(around.exchange(), settings.gate()), retirement, new Trials(data, around.clock()));
        operations = new Operations(shop, around.jobs(), around.alarms());
        shelf = new Shelf(active, store, quarantine, inspector, running, leaks);
        PackRepositories repositories = new PackRepositories(settings.repositories(), trust, settings.shipped(), data.resolve("fetch"),
                exports.versions().getOrDefault("org.gemello.spi", "0"));
        manager = new PackManager(shop, operations, new Verification(inspector, loader, retirement, settings), shelf, trust, repositories,
                around.jobs(), around.audit(), log);
        health = new PackHealth(settings, running, loader, leaks, around.alarms(), new TwinWatch(around.exchange(), around.alarms()));
        shipped = new ShippedPacks(shop, operations, shelf, data);
        caretaker = new Caretaker(shop, shelf, manager, health, new WatchedFolder(around.watched(), manager, around.alarms(), data),
                auditWriter);
        restoration = new Restoration(shop, shelf);
    }

    /** Brings the packs up as a job, then looks after them. */
    JobView start() {
        return jobs.start(Packs.JOB, "start of the packs", "platform", progress -> operations.inTurn(progress, () -> {
            PackStartLevel.await(context);
            Optional<String> unconfirmed = restoration.restore(context);
            shipped.install();
            health.look(manager.packs());
            health.started();
            if (unconfirmed.isPresent()) {
                watchOn(unconfirmed.get(), progress);
                health.look(manager.packs());
            }
            caretaker.begin();
            return shop.active().all().size() + " packs";
        }));
    }

    private void watchOn(String pack, Jobs.Progress progress) throws IOException, InterruptedException {
        Optional<String> wrong = restoration.watch(pack);
        if (wrong.isPresent()) {
            try {
                LOG.warn("pack {} goes back, for it had not been confirmed before the restart and: {}", pack, wrong.get());
                operations.run(UUID.randomUUID().toString(), new PackRequest(PackRequest.Action.ROLLBACK, pack, "", null, null),
                        "platform", progress);
            } catch (PackFailure | RuntimeException e) {
                LOG.error("pack {} cannot go back: {}", pack, e.getMessage());
            }
        }
    }

    Packs packs() {
        return manager;
    }

    HealthCheck.Health health() {
        return health.health();
    }

    @Override
    public void close() {
        caretaker.close();
        operations.close();
        shop.running().all().forEach((pack, version) -> {
            version.standBy();
            try {
                loader.retire(version);
            } catch (PackFailure e) {
                LOG.warn("{}", e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            shop.running().forget(pack);
        });
        services.close();
        urls.close();
        hooks.close();
        logTap.close();
        auditWriter.shutdown();
    }
}

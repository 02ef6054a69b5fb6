package org.gemello.packs.internal.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gemello.packs.internal.guard.GuardedType;
import org.gemello.spi.TwinType;
import org.gemello.spi.pack.PackProbe;
import org.gemello.worker.PlatformJars;
import org.gemello.worker.WorkerLimits;
import org.gemello.worker.WorkerListener;
import org.gemello.worker.WorkerPack;
import org.gemello.worker.WorkerStatus;
import org.gemello.worker.WorkerTypes;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A version whose code runs in a process of its own. Its types go while the process is down, so that their twins are parked and start
 * again.
 */
public final class WorkerVersion extends TypedVersion {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerVersion.class);
    /** The worker must not wait for what is done with its types, such as starting twins, which calls it. */
    private final ExecutorService changes;
    private final Consumer<String> printed;
    private volatile WorkerTypes worker;

    private WorkerVersion(BundleContext context, PackOrigin origin, Map<String, Integer> declared, Function<TwinType<?>,
            GuardedType<?>> guard, Consumer<String> printed) {
        super(context, origin, declared, guard);
        this.printed = printed;
        this.changes = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "worker types of " + origin);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts the process; its types stand by.
     *
     * @param folder  where the process works
     * @param heapMb  of the process
     * @param printed gets the lines that the process prints
     * @throws PackFailure where it does not come up or the types are not what the manifest says
     */
    public static WorkerVersion load(BundleContext context, PackOrigin origin, List<Path> bundles, Map<String, Integer> declared,
                                     Function<TwinType<?>, GuardedType<?>> guard, Path folder, int heapMb, Consumer<String> printed)
            throws PackFailure, IOException {
        WorkerVersion version = new WorkerVersion(context, origin, declared, guard, printed);
        try {
            version.start(bundles, folder, heapMb);
        } catch (IOException e) {
            version.changes.shutdown();
            throw new PackFailure("the worker of " + origin + " does not start: " + PackFailure.reason(e));
        }
        if (!version.trouble().isEmpty()) {
            String trouble = version.trouble();
            version.retire();
            throw new PackFailure(trouble);
        }
        return version;
    }

    private void start(List<Path> bundles, Path folder, int heapMb) throws IOException {
        worker = WorkerTypes.start(new WorkerPack(origin.id(), origin.version(), bundles), WorkerLimits.USUAL.withHeap(heapMb),
                PlatformJars.in(folder.resolve("platform")), folder.resolve(origin.id()), new Listener());
        worker.types().forEach(desk::add);
    }

    private final class Listener implements WorkerListener {
        @Override
        public void changed(WorkerStatus status) {
            try {
                changes.execute(() -> {
                    desk.removeAll();
                    if (status.state() == WorkerStatus.State.RUNNING) {
                        worker.types().forEach(desk::add);
                    }
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("{} is being retired and needs no types any more", origin, e);
            }
        }

        @Override
        public void printed(String line) {
            printed.accept(line);
        }
    }

    @Override
    public List<PackProbe> probes() {
        return List.of();
    }

    @Override
    public String trouble() {
        WorkerStatus status = worker.status();
        return switch (status.state()) {
            case RUNNING -> desk.trouble();
            case RESTARTING -> "its worker has ended and is being started again: " + status.reason();
            case QUARANTINED -> "its worker has ended " + status.crashes()
                    + " times and is not started again; roll back, or install a better version: "
                    + status.reason();
            case STOPPED -> "its worker has been stopped";
        };
    }

    @Override
    public Remains retire() {
        changes.shutdown();
        desk.removeAll();
        worker.close();
        return Remains.none(origin);
    }
}

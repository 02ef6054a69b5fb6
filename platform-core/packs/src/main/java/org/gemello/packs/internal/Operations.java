package org.gemello.packs.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.gemello.api.health.PlatformAlarms;
import org.gemello.api.job.JobView;
import org.gemello.api.job.Jobs;
import org.gemello.api.pack.PackOperation.Outcome;
import org.gemello.api.pack.PackPlan;
import org.gemello.api.pack.PackRequest;
import org.gemello.api.pack.Packs;
import org.gemello.api.twin.Severity;
import org.gemello.packs.internal.Targets.Target;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.gemello.packs.internal.bundle.PackFailure;

/** Carries operations out, one at a time, each as a job. */
final class Operations {
    private static final long TURN_MILLIS = 200;
    private final Workshop shop;
    private final Jobs jobs;
    private final PlatformAlarms alarms;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicLong plans = new AtomicLong();
    private volatile Thread working;
    private volatile boolean closed;

    Operations(Workshop shop, Jobs jobs, PlatformAlarms alarms) {
        this.shop = shop;
        this.jobs = jobs;
        this.alarms = alarms;
    }

    /** Work of which only one runs at a time. */
    interface Turn<T> {
        T run() throws Exception;
    }

    /** Does it when everything before it is done. */
    <T> T inTurn(Jobs.Progress progress, Turn<T> work) throws Exception {
        while (!turn.tryLock(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
            progress.checkCancelled();
        }
        try {
            if (closed) {
                throw new CancellationException("the platform is stopping");
            }
            working = Thread.currentThread();
            return work.run();
        } finally {
            working = null;
            turn.unlock();
        }
    }

    /** The plan, with what the types of the wanted version know: they are loaded for this beside all others, and go again. */
    PackPlan plan(PackRequest request) throws IOException {
        Target target = shop.targets().find(request);
        PackPlan plan = shop.planner().plan(request, target);
        if (!Planner.mayLoad(target)) {
            return plan;
        }
        try {
            LoadedVersion version = shop.loader().load(target.file(), target.to().sha256(), target.grant(), "plan"
                    + plans.incrementAndGet());
            try {
                return shop.planner().withTwins(plan, version);
            } finally {
                shop.retirement().retire(version);
            }
        } catch (PackFailure e) {
            List<String> obstacles = new ArrayList<>(plan.obstacles());
            obstacles.add(e.getMessage());
            return new PackPlan(plan.action(), plan.id(), plan.from(), plan.to(), plan.twins(), plan.models(), plan.imports(),
                    plan.permissions(),
                    List.copyOf(obstacles), plan.words());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the plan was made", e);
        }
    }

    JobView start(PackRequest request, String caller) throws IOException {
        Target target = shop.targets().find(request);
        String title = request.action().toString().toLowerCase(Locale.ROOT) + " " + target.pack()
                + (target.to() == null ? "" : " " + target.to().manifest().version());
        CompletableFuture<String> id = new CompletableFuture<>();
        JobView job = jobs.start(Packs.JOB, title, caller, progress -> inTurn(progress, () -> run(id.get(), request, caller, progress)));
        id.complete(job.id());
        return job;
    }

    /**
     * Carries a request out on this thread, which has its turn.
     *
     * @return how it ended, in words
     * @throws PackFailure where nothing was changed, or the version before serves again
     */
    String run(String id, PackRequest request, String caller, Jobs.Progress progress) throws PackFailure, IOException,
            InterruptedException {
        Target target = shop.targets().find(request);
        Operation operation = new Operation(id, request.action(), target.pack(), target.from() == null ? "" : target.from().version(),
                target.to() == null ? "" : target.to().manifest().version(), caller, shop.history(), shop.clock(), progress);
        OperationEnd end;
        try {
            operation.step("plan", "");
            PackPlan plan = shop.planner().plan(request, target);
            if (!plan.isFeasible()) {
                end = new OperationEnd(Outcome.REFUSED, String.join("; ", plan.obstacles()));
            } else if (request.action() == PackRequest.Action.REMOVE) {
                end = new Removal(shop, operation, target).run();
            } else {
                end = new VersionChange(shop, operation, target, request.confirm()).run(plan);
            }
        } catch (CancellationException e) {
            operation.end(Outcome.CANCELLED, "cancelled before the cut; nothing was changed");
            throw e;
        } catch (PackFailure e) {
            end = new OperationEnd(Outcome.FAILED, e.getMessage());
        } catch (IOException | RuntimeException e) {
            end = new OperationEnd(Outcome.FAILED, e.toString());
        }
        operation.end(end.outcome(), end.message());
        return tell(request, target.pack(), end);
    }

    private String tell(PackRequest request, String pack, OperationEnd end) throws IOException, PackFailure {
        String alarm = "packs." + pack + ".operation";
        if (end.outcome() == Outcome.DONE) {
            alarms.clear(alarm, end.message());
            if (request.action() == PackRequest.Action.INSTALL) {
                shop.quarantine().remove(request.source());
            }
            return end.message();
        }
        if (end.outcome() != Outcome.REFUSED) {
            alarms.raise(alarm, Severity.MEDIUM, "pack " + pack + ": " + (end.outcome() == Outcome.ROLLED_BACK ? "rolled back" : "failed")
                    + ": "
                    + end.message());
        }
        throw new PackFailure((end.outcome() == Outcome.ROLLED_BACK ? "rolled back: " : "") + end.message());
    }

    /** What is under way is left to the next start. */
    void close() {
        closed = true;
        Thread thread = working;
        if (thread != null) {
            thread.interrupt();
        }
    }
}

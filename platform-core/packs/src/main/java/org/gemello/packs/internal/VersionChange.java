package org.gemello.packs.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.pack.PackOperation.Outcome;
import org.gemello.api.pack.PackPlan;
import org.gemello.api.pack.PackState;
import org.gemello.packs.internal.Targets.Target;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.gemello.packs.internal.bundle.PackFailure;
import org.gemello.packs.internal.store.ActivePacks.Active;
import org.gemello.packs.internal.store.Journal;
import org.gemello.packs.internal.store.Journal.Stage;
import org.gemello.packs.internal.store.PackStore;
import org.gemello.packs.internal.store.PackStore.Kept;
import org.gemello.runtime.exchange.TypeExchange;

/** Brings another version of a pack into service, or a first one: load, shadow, cut, confirm, retire. */
final class VersionChange {
    private final Workshop shop;
    private final Operation operation;
    private final Target target;
    private final Active next;
    private final Duration confirm;

    VersionChange(Workshop shop, Operation operation, Target target, Duration confirm) {
        this.shop = shop;
        this.operation = operation;
        this.target = target;
        this.next = new Active(target.to().manifest().version(), target.to().sha256(),
                Grants.common(target.to().manifest().permissions(), target.grant()));
        this.confirm = confirm == null ? shop.settings().confirm() : confirm;
    }

    /**
     * Carries it out.
     *
     * @throws PackFailure where the new version does not come up; the version before serves as it did
     */
    OperationEnd run(PackPlan plan) throws PackFailure, IOException, InterruptedException {
        Journal journal = shop.journal();
        journal.begin(new Journal.Intent(operation.id(), operation.action(), target.pack(), target.from() == null ? "" : target.from()
                .sha256(),
                next.sha256(), Stage.LOAD));
        shop.running().changing(target.pack(), PackState.CHANGING);
        boolean stopping = false;
        try {
            operation.step("load", "pack " + target.pack() + " " + next.version() + " beside "
                    + (target.from() == null ? "nothing" : target.from().version()));
            LoadedVersion candidate = load();
            OperationEnd end;
            try {
                end = bringIn(plan, candidate);
            } catch (PackFailure | IOException | InterruptedException | RuntimeException e) {
                discard(candidate);
                throw e;
            }
            if (end.outcome() != Outcome.DONE) {
                discard(candidate);
            }
            return end;
        } catch (InterruptedException e) {
            stopping = true; // the intent stays for the next start
            throw e;
        } finally {
            shop.running().changing(target.pack(), null);
            if (!stopping) {
                journal.end();
            }
        }
    }

    private LoadedVersion load() throws IOException, PackFailure, InterruptedException {
        PackStore store = shop.store();
        Optional<Kept> known = store.find(target.pack(), next.sha256());
        Kept kept = new Kept(target.pack(), next.version(), next.sha256(), target.to().bytes(), known.map(Kept::added).orElse(shop.clock()
                .instant()),
                next.grant());
        if (known.isEmpty() || !known.get().grant().equals(next.grant())) {
            store.add(target.file(), kept);
        }
        shop.trials().begin(target.pack(), target.to().manifest().licence().trialDays());
        String expired = shop.trials().expiry(target.pack(), target.to().manifest().licence().trialDays());
        if (!expired.isEmpty()) {
            throw new PackFailure(expired);
        }
        operation.checkCancelled();
        return shop.loader().load(store.file(kept), next.sha256(), next.grant(), "");
    }

    private OperationEnd bringIn(PackPlan plan, LoadedVersion candidate) throws PackFailure, IOException, InterruptedException {
        PackPlan whole = shop.planner().withTwins(plan, candidate);
        if (!whole.isFeasible()) {
            return new OperationEnd(Outcome.REFUSED, String.join("; ", whole.obstacles()));
        }
        Set<String> wereParked = shop.gate().parked(candidate.types());
        whole.twins().stream().filter(twin -> !twin.possible()).forEach(twin -> wereParked.add(twin.twin()));
        TypeExchange.Cut cut = new CutIn(shop, operation, candidate).cut(whole.twins().size());
        operation.pauses(cut.pauses());
        Optional<LoadedVersion> before = shop.running().find(target.pack());
        try {
            candidate.serve();
            before.ifPresent(LoadedVersion::standBy);
            shop.active().put(target.pack(), next);
        } catch (IOException | RuntimeException e) {
            back(cut, before, candidate);
            throw e;
        }
        shop.running().serves(target.pack(), candidate);
        return confirm(cut, before, candidate, wereParked);
    }

    private OperationEnd confirm(TypeExchange.Cut cut, Optional<LoadedVersion> before, LoadedVersion candidate, Set<String> wereParked)
            throws IOException, InterruptedException {
        shop.running().changing(target.pack(), PackState.CONFIRMING);
        Optional<String> wrong;
        try {
            shop.journal().at(Stage.CONFIRM);
            operation.step("confirm", "watched for " + confirm.toMillis() + " ms");
            wrong = shop.gate().watch(candidate, confirm, wereParked);
        } catch (InterruptedException e) {
            cut.confirm(); // the platform stops; the next start watches on
            throw e;
        } catch (IOException | RuntimeException e) {
            wrong = Optional.of("it could not be watched: " + e);
        }
        if (wrong.isPresent()) {
            back(cut, before, candidate);
            before.ifPresentOrElse(version -> shop.running().serves(target.pack(), version), this::nobodyServes);
            shop.active().put(target.pack(), target.from());
            operation.step("confirm", "rolled back: " + wrong.get());
            return new OperationEnd(Outcome.ROLLED_BACK, wrong.get());
        }
        cut.confirm();
        String served = "pack " + target.pack() + " " + next.version() + " serves";
        try {
            retire(before);
            return new OperationEnd(Outcome.DONE, served);
        } catch (IOException e) {
            return new OperationEnd(Outcome.DONE, served + "; not everything could be tidied up: " + e);
        }
    }

    private void nobodyServes() {
        if (target.from() == null) {
            shop.running().forget(target.pack());
        } else {
            shop.running().park(target.pack(), "it did not work before either; install or roll back to another version");
        }
    }

    private static void back(TypeExchange.Cut cut, Optional<LoadedVersion> before, LoadedVersion candidate) throws InterruptedException {
        cut.rollBack();
        before.ifPresent(LoadedVersion::serve);
        candidate.standBy();
    }

    private void retire(Optional<LoadedVersion> before) throws IOException, InterruptedException {
        shop.journal().at(Stage.RETIRE);
        if (before.isPresent()) {
            shop.retirement().retire(before.get(), operation);
        }
        shop.store().prune(target.pack(), shop.settings().keep(), next.sha256());
    }

    /** The new version goes again; what it leaves is told by an alarm. */
    private void discard(LoadedVersion candidate) throws InterruptedException {
        if (shop.running().find(target.pack()).filter(serving -> serving == candidate).isEmpty()) {
            shop.retirement().retire(candidate);
        }
    }
}

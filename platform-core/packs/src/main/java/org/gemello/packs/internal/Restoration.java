package org.gemello.packs.internal;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gemello.api.pack.PackOperation;
import org.gemello.api.pack.PackOperation.Outcome;
import org.gemello.packs.internal.bundle.BundleSweep;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.gemello.packs.internal.bundle.PackFailure;
import org.gemello.packs.internal.store.ActivePacks.Active;
import org.gemello.packs.internal.store.Journal;
import org.gemello.packs.internal.store.PackStore.Kept;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the container equal to {@code active.json} when the platform starts. */
final class Restoration {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);
    private final Workshop shop;
    private final Shelf shelf;

    Restoration(Workshop shop, Shelf shelf) {
        this.shop = shop;
        this.shelf = shelf;
    }

    /**
     * Removes what is left over and starts what serves; what does not start is parked and holds up nobody.
     *
     * @return pack whose new version had not been confirmed yet when the platform went down
     */
    Optional<String> restore(BundleContext context) throws IOException, InterruptedException {
        BundleSweep.sweep(context);
        shop.quarantine().tidy();
        Optional<Journal.Intent> interrupted = shop.journal().interrupted();
        for (Map.Entry<String, Active> pack : shop.active().all().entrySet()) {
            restore(pack.getKey(), pack.getValue());
        }
        return interrupted.isEmpty() ? Optional.empty() : settle(interrupted.get());
    }

    private void restore(String pack, Active active) throws IOException, InterruptedException {
        try {
            LoadedVersion version = load(pack, active);
            version.serve();
            shop.running().serves(pack, version);
            LOG.info("pack {} serves", version.origin());
        } catch (PackFailure | RuntimeException e) {
            LOG.error("pack {} {} is parked: {}", pack, active.version(), e.getMessage());
            shop.running().park(pack, e.getMessage());
        }
    }

    private LoadedVersion load(String pack, Active active) throws PackFailure, IOException, InterruptedException {
        Kept kept = shop.store().find(pack, active.sha256()).orElseThrow(() -> new PackFailure("the file of version " + active.version()
                + " is gone from the store; install it again, or roll back"));
        int days = shelf.manifest(kept).licence().trialDays();
        String expired = shop.trials().expiry(pack, days);
        if (!expired.isEmpty()) {
            throw new PackFailure(expired);
        }
        return shop.loader().load(shop.store().file(kept), active.sha256(), active.grant(), "");
    }

    /** Before the cut was written down the old version serves, after it the new one: the operation has ended there. */
    private Optional<String> settle(Journal.Intent intent) throws IOException {
        String now = shop.active().find(intent.pack()).map(Active::sha256).orElse("");
        boolean done = now.equals(intent.to());
        boolean watch = done && intent.stage() == Journal.Stage.CONFIRM && !intent.from().isEmpty();
        Optional<PackOperation> known = shop.history().all().stream().filter(each -> each.id().equals(intent.operation())).findFirst();
        if (known.isPresent()) {
            PackOperation op = known.get();
            shop.history().put(new PackOperation(op.id(), op.action(), op.pack(), op.from(), op.to(), op.caller(), op.started(),
                    shop.clock().instant(),
                    done ? Outcome.DONE : Outcome.FAILED, "the platform went down at the step " + intent.stage().toString()
                            .toLowerCase(Locale.ROOT)
                    + "; the version " + (done ? "wanted" : "before") + " serves" + (watch ? " and is watched again" : ""), op.steps(),
                            op.pauses()));
        }
        shop.journal().end();
        return watch ? Optional.of(intent.pack()) : Optional.empty();
    }

    /** Watches a version on that was not confirmed; why it must go, empty where it may stay. */
    Optional<String> watch(String pack) throws InterruptedException {
        Optional<LoadedVersion> version = shop.running().find(pack);
        if (version.isEmpty()) {
            return Optional.of(shop.running().reason(pack));
        }
        return shop.gate().watch(version.get(), shop.settings().confirm(), Set.of());
    }
}

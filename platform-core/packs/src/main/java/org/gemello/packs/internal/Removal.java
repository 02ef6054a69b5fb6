package org.gemello.packs.internal;

import java.io.IOException;
import java.util.Optional;
import org.gemello.api.pack.PackOperation.Outcome;
import org.gemello.api.pack.PackState;
import org.gemello.packs.internal.Targets.Target;
import org.gemello.packs.internal.bundle.LoadedVersion;
import org.gemello.packs.internal.store.Journal;
import org.gemello.packs.internal.store.Journal.Stage;

/** Takes a pack away. Its twins are parked; versions, state and history stay. */
final class Removal {
    private final Workshop shop;
    private final Operation operation;
    private final Target target;

    Removal(Workshop shop, Operation operation, Target target) {
        this.shop = shop;
        this.operation = operation;
        this.target = target;
    }

    OperationEnd run() throws IOException, InterruptedException {
        shop.journal().begin(new Journal.Intent(operation.id(), operation.action(), target.pack(), target.from().sha256(), "", Stage.CUT));
        shop.running().changing(target.pack(), PackState.CHANGING);
        try {
            operation.pointOfNoReturn();
            operation.step("cut", "pack " + target.pack() + " serves no more");
            Optional<LoadedVersion> before = shop.running().find(target.pack());
            shop.active().put(target.pack(), null);
            before.ifPresent(LoadedVersion::standBy);
            shop.running().forget(target.pack());
            shop.journal().at(Stage.RETIRE);
            if (before.isPresent()) {
                shop.retirement().retire(before.get(), operation);
            }
            return new OperationEnd(Outcome.DONE, "pack " + target.pack() + " has been removed");
        } finally {
            shop.running().changing(target.pack(), null);
            shop.journal().end();
        }
    }
}

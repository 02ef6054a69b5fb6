package org.gemello.packs.internal;

import java.time.Clock;
import org.gemello.packs.internal.store.ActivePacks;
import org.gemello.packs.internal.store.Journal;
import org.gemello.packs.internal.store.OperationHistory;
import org.gemello.packs.internal.store.PackStore;
import org.gemello.packs.internal.store.Quarantine;
import org.gemello.runtime.exchange.TypeExchange;

/** What operations work with. */
record Workshop(PackSettings settings, Clock clock, ActivePacks active, PackStore store, Quarantine quarantine, Journal journal,
                OperationHistory history, Targets targets, Planner planner, PackLoader loader, RunningPacks running, TypeExchange exchange,
                        HealthGate gate,
                Retirement retirement, Trials trials) {
}

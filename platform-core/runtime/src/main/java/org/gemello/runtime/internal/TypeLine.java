package org.gemello.runtime.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.gemello.spi.TwinType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One twin type: who offers it, who serves it, and its twins. Whoever changes it holds its lock, so that a pack that hangs holds up no
 * other type.
 */
final class TypeLine {
    private static final Logger LOG = LoggerFactory.getLogger(TypeLine.class);
    private static final Duration TURN = Duration.ofSeconds(5);
    private final String id;
    private final Supplier<List<TwinCell>> cells;
    private final Runnable freed;
    private final Dispatcher dispatcher;
    private final ImageKeeper keeper;
    private final Warden warden;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<TwinType<?>> offered = new ArrayList<>();
    private TwinType<?> serving;
    private boolean exchanging;

    /**
     * @param cells its twins at the moment
     * @param freed is called when an exchange is over
     */
    TypeLine(String id, Supplier<List<TwinCell>> cells, Dispatcher dispatcher, ImageKeeper keeper, Warden warden, Runnable freed) {
        this.id = id;
        this.cells = cells;
        this.dispatcher = dispatcher;
        this.keeper = keeper;
        this.warden = warden;
        this.freed = freed;
    }

    String id() {
        return id;
    }

    List<TwinCell> cells() {
        return cells.get();
    }

    ReentrantLock lock() {
        return lock;
    }

    /** Who serves; null where nobody does. */
    TwinType<?> serving() {
        lock.lock();
        try {
            return serving;
        } finally {
            lock.unlock();
        }
    }

    /** A pack offers the type. With several of one id the first serves, the others stand by. */
    void offer(TwinType<?> type) throws InterruptedException {
        lock.lock();
        try {
            offered.add(type);
            if (serving == null) {
                serve(type);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A pack takes its type away: its twins are parked with the state of this moment. */
    void withdraw(TwinType<?> type) throws InterruptedException {
        lock.lock();
        try {
            offered.removeIf(known -> known == type);
            if (serving == type) {
                park("its pack is not installed");
                keeper.trySave();
                if (!offered.isEmpty()) {
                    serve(offered.get(0));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets a type serve, and brings the twins that are parked to work. For who holds the lock. */
    void serve(TwinType<?> type) throws InterruptedException {
        succeed(type);
        LOG.info("type {} serves {} twins", id, activate(type, cells().stream().filter(cell -> !cell.hasBehavior()).toList()));
    }

    /** A type serves from now on; the twins are seen to by the caller, who holds the lock. */
    void succeed(TwinType<?> type) {
        serving = type;
        warden.forgive(id);
    }

    /** Brings twins back to work from their images and returns how many are; the others stay parked with the reason. */
    int activate(TwinType<?> type, Collection<TwinCell> parked) throws InterruptedException {
        List<TwinCell> ready = new ArrayList<>();
        String hung = null;
        for (TwinCell cell : parked) {
            try {
                if (hung == null) {
                    cell.activate(type);
                    ready.add(cell);
                } else {
                    cell.park(hung);
                }
            } catch (PackCalls.PackCallException e) {
                LOG.error("twin {} ({}) stays parked: {}", cell.id(), id, e.getMessage(), e);
                cell.park(e.getMessage());
                if (e.hung()) {
                    hung = "not tried after this: " + e.getMessage();
                    warden.failed(cell);
                }
            }
        }
        if (!ready.isEmpty()) {
            dispatcher.catchUp(ready);
        }
        return ready.size();
    }

    /** Brings the parked twins back to work. */
    int resume() throws InterruptedException {
        lock.lock();
        try {
            List<TwinCell> parked = cells().stream().filter(cell -> !cell.hasBehavior()).toList();
            if (serving == null || parked.isEmpty()) {
                return 0;
            }
            warden.forgive(id);
            return activate(serving, parked);
        } finally {
            lock.unlock();
        }
    }

    /** Parks all twins with the state of this moment; nobody serves then. For who holds the lock. */
    void park(String why) throws InterruptedException {
        serving = null;
        List<TwinCell> own = cells();
        dispatcher.detach(own);
        for (TwinCell cell : own) {
            if (!cell.deactivate(why, TURN)) {
                LOG.error("twin {} ({}) did not finish its work within {}; it goes on later from its last image", cell.id(), id, TURN);
            }
        }
        LOG.info("type {} is gone, {} twins are parked", id, own.size());
    }

    /** @throws IllegalStateException where the type is being exchanged already */
    void beginExchange() {
        lock.lock();
        try {
            if (exchanging) {
                throw new IllegalStateException("twin type " + id + " is being exchanged already; confirm that, roll it back or close its shadow first");
            }
            exchanging = true;
        } finally {
            lock.unlock();
        }
    }

    boolean isExchanging() {
        lock.lock();
        try {
            return exchanging;
        } finally {
            lock.unlock();
        }
    }

    void endExchange() {
        lock.lock();
        try {
            exchanging = false;
        } finally {
            lock.unlock();
        }
        freed.run();
    }
}

package org.gemello.runtime.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.log.SampleLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the images of all twins on disk and tells the log how far it is needed. Safe for use by many threads. */
final class ImageKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(ImageKeeper.class);
    private static final Duration TURN = Duration.ofMillis(500);
    private final SampleLog log;
    private final StateStore store;
    private final Collection<TwinCell> cells;
    private final Books books;
    private final Dispatcher dispatcher;

    ImageKeeper(SampleLog log, StateStore store, Collection<TwinCell> cells, Books books, Dispatcher dispatcher) {
        this.log = log;
        this.store = store;
        this.cells = cells;
        this.books = books;
        this.dispatcher = dispatcher;
    }

    /** Takes images of this moment; on disk when this returns. */
    synchronized void save() throws IOException, InterruptedException {
        long offset = dispatcher.next();
        List<StateImage> images = new ArrayList<>();
        Map<TwinId, String> types = new HashMap<>();
        for (TwinCell cell : cells) {
            images.addAll(cell.image(TURN));
            types.put(cell.id(), cell.definition().type());
            offset = Math.min(offset, cell.needed());
        }
        books.journal().force();
        store.save(new RuntimeImage(offset, images, books.commands().all(), books.proposals().all(), books.alarms().all(), types));
        // a parked twin does not hold the log back for ever: what it may still want is kept as long as retention says
        log.commit(TwinRuntime.GROUP, offset);
    }

    /** As {@link #save}; what goes wrong is said and tried again later. */
    void trySave() {
        try {
            save();
        } catch (IOException e) {
            LOG.error("the state of the twins could not be saved; it is tried again, the log serves meanwhile: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.gemello.testkit.history;

import org.gemello.testkit.history.StoreUnderTest.Opened;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link org.gemello.api.history.History} that is fed as a {@link org.gemello.api.log.LogSink} must keep and answer. A store's
 * module has a test class that extends this one and says how to open the store. Each claim is checked twice: when the store has just
 * taken the log, and after it was closed and opened again.
 */
public abstract class HistoryContract implements RawReadContract, OrderContract, ThinningContract, AggregateContract,
        InterpolationContract, CorrectionContract, AnnotationContract, ReplayContract {
    private StoreUnderTest store;

    /**
     * Opens the store, without retention and with what it has stored earlier in the same test. The first call of a test finds it empty.
     */
    protected abstract Opened open() throws Exception;

    @Override
    public StoreUnderTest store() {
        return store;
    }

    @BeforeEach
    void openStore() throws Exception {
        store = new StoreUnderTest(this::open);
    }

    @AfterEach
    void closeStore() throws Exception {
        store.close();
    }
}

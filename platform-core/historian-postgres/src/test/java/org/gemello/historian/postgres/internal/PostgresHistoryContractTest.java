package org.gemello.historian.postgres.internal;

import org.gemello.testkit.history.HistoryContract;
import org.gemello.testkit.history.StoreUnderTest.Opened;

class PostgresHistoryContractTest extends HistoryContract {
    private final String schema = SharedServer.freshSchema();

    @Override
    protected Opened open() {
        return Opened.of(SharedServer.open(SharedServer.settings(schema)));
    }
}

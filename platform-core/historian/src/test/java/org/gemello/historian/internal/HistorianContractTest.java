package org.gemello.historian.internal;

import java.nio.file.Path;
import org.gemello.testkit.history.HistoryContract;
import org.gemello.testkit.history.StoreUnderTest.Opened;
import org.junit.jupiter.api.io.TempDir;

/** The embedded history keeps what every history must keep. */
class HistorianContractTest extends HistoryContract {
    @TempDir
    private Path folder;

    @Override
    protected Opened open() {
        return Opened.of(HistorianFixture.open(folder, HistorianFixture.PATIENT));
    }
}

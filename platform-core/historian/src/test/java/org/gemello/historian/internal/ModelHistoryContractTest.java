package org.gemello.historian.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.history.model.ModelHistory;
import org.gemello.testkit.history.HistoryContract;
import org.gemello.testkit.history.StoreUnderTest;
import org.gemello.testkit.history.StoreUnderTest.Opened;
import org.junit.jupiter.api.io.TempDir;

/** Seen through a model that has renamed a point, the history keeps what every history must keep. */
class ModelHistoryContractTest extends HistoryContract {
    private static final TwinModel MODEL = new TwinModel(2, "Turbine", List.of(PointSpec.measured(StoreUnderTest.POWER.name(), "Power", "kW", 0, 5000)),
            List.of(), Map.of("power", StoreUnderTest.POWER.name()));
    @TempDir
    private Path folder;

    @Override
    protected Opened open() {
        Historian store = HistorianFixture.open(folder, HistorianFixture.PATIENT);
        return new Opened(new ModelHistory(store, twin -> MODEL), store, store);
    }
}

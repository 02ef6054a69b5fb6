package org.gemello.pack.energy.internal;

import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.testkit.pack.PackContractTest;
import org.gemello.testkit.pack.PackUnderTest;

class WindFarmContractTest extends PackContractTest {
    @Override
    protected PackUnderTest pack() {
        return PackUnderTest.of(new WindFarmType()).configured(Map.of("wt-01", "0,0", "wt-02", "630, 20"))
                .parts(Map.of(WindFarmType.TURBINE, List.of(new TwinId("wt-01"), new TwinId("wt-02")),
                        WindFarmType.MAST, List.of(new TwinId("mast-1"))))
                .recording("/wind-farm.csv");
    }
}

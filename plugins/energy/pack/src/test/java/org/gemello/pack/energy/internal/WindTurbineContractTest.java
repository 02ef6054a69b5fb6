package org.gemello.pack.energy.internal;

import org.gemello.testkit.pack.PackContractTest;
import org.gemello.testkit.pack.PackUnderTest;

class WindTurbineContractTest extends PackContractTest {
    @Override
    protected PackUnderTest pack() {
        return PackUnderTest.of(new WindTurbineType()).recording(WindTurbineRecording.tenMinutes())
                .oldState(1, "/wind-turbine-schema-1.state").oldState(2, "/wind-turbine-schema-2.state");
    }
}

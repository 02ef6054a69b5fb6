package org.gemello.pack.energy.internal;

import org.gemello.testkit.pack.PackContractTest;
import org.gemello.testkit.pack.PackUnderTest;

class MetMastContractTest extends PackContractTest {
    @Override
    protected PackUnderTest pack() {
        return PackUnderTest.of(new MetMastType()).recording("/met-mast.csv");
    }
}

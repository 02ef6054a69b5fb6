package org.gemello.pack.energy.internal;

import java.io.IOException;
import java.util.List;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.spi.StateMigration;

/** Steps from the older schemas of a wind turbine's state. */
record WindTurbineMigration(int from, Step step) implements StateMigration {
    static final List<StateMigration> ALL = List.of(new WindTurbineMigration(1, WindTurbineState::fromSchema1),
            new WindTurbineMigration(2, WindTurbineState::fromSchema2));

    interface Step {
        byte[] apply(byte[] state) throws IOException;
    }

    @Override
    public byte[] migrate(byte[] state) throws IOException {
        return step.apply(state);
    }
}

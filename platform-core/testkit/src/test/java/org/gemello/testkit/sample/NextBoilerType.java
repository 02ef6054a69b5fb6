package org.gemello.testkit.sample;

import java.util.List;
import java.util.Map;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;

/** The next version of the boiler: the temperature has another name and unit, there is no command; the state is the same. */
public final class NextBoilerType extends BoilerType {
    @Override
    public TwinModel model() {
        return new TwinModel(2, "Boiler", List.of(PointSpec.measured("Temperature", "Temperature", "K", 273, 500),
                PointSpec.derived("Mean", "Mean", "Cel")), List.of(), Map.of("T", "Temperature"));
    }
}

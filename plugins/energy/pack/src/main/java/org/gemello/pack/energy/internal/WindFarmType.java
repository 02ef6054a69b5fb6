package org.gemello.pack.energy.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.PartPoint;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.energy.farm.FarmAdviser;
import org.gemello.energy.farm.FarmInput;
import org.gemello.energy.farm.FarmSettings;
import org.gemello.energy.farm.FarmState;
import org.gemello.energy.farm.FarmTwin;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;
import org.osgi.service.component.annotations.Component;

/** Twins of wind farms, composed of the twins of their turbines and, where there is one, of a mast; see {@link FarmConfiguration}. */
@Component(service = TwinType.class)
public final class WindFarmType implements TwinType<FarmState> {
    static final String TYPE = "wind-farm";
    static final String TURBINE = "turbine";
    static final String MAST = "mast";
    private static final int MOST_TURBINES = 200;
    private static final int SCHEMA = 1;
    private final ConfigurationSpec configuration = Given.declared(TYPE, FarmConfiguration::read);
    private final TwinModel model;

    public WindFarmType() {
        Texts texts = Texts.in("en");
        Points points = new Points(texts, TYPE);
        WindFarmBehavior.points(points);
        List<PartPoint> ofTurbines = Stream.of(FarmInput.values()).map(input -> new PartPoint(input.point(), input.unit())).toList();
        List<PartSpec> parts = List.of(
                new PartSpec(TURBINE, texts.get(TYPE + '.' + TURBINE), List.of("energy/wind-turbine"), ofTurbines, 1, MOST_TURBINES),
                new PartSpec(MAST, texts.get(TYPE + '.' + MAST), List.of("energy/met-mast"), List.of(new PartPoint(FarmState.DENSITY, "kg/m3")),
                        0, 1));
        model = new TwinModel(SCHEMA, texts.get(TYPE), points.all(), WindFarmCommands.all(texts), Map.of(), parts)
                .configured(configuration);
    }

    @Override
    public TwinTypeId id() {
        return new TwinTypeId("energy/" + TYPE);
    }

    @Override
    public TwinModel model() {
        return model;
    }

    @Override
    public TwinBehavior<FarmState> behavior(TwinContext context) {
        FarmSettings settings = Given.read(context, configuration, given -> FarmConfiguration.read(given).settings());
        return new WindFarmBehavior(new FarmTwin(settings), new FarmAdviser(settings), Texts.in("en"));
    }

    @Override
    public StateCodec<FarmState> codec() {
        return StateCodec.of(FarmState::write, FarmState::read);
    }
}

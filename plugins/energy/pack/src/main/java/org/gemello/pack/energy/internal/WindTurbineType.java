package org.gemello.pack.energy.internal;

import java.util.List;
import org.gemello.api.TwinId;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.WindTurbineCondition;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.energy.twin.WindTurbineTwin;
import org.gemello.spi.StateCodec;
import org.gemello.spi.StateMigration;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;
import org.osgi.service.component.annotations.Component;

/** Twins of wind turbines; see {@link WindTurbineConfiguration}. */
@Component(service = TwinType.class)
public final class WindTurbineType implements TwinType<WindTurbineState> {
    private final Designs designs = new Designs();
    private final ConfigurationSpec configuration = Given.declared(WindTurbineModel.TYPE, WindTurbineConfiguration::read);
    private final TwinModel model = WindTurbineModel.create(Texts.in("en")).configured(configuration);

    @Override
    public TwinTypeId id() {
        return new TwinTypeId("energy/" + WindTurbineModel.TYPE);
    }

    @Override
    public TwinModel model() {
        return model;
    }

    @Override
    public TwinBehavior<WindTurbineState> behavior(TwinContext context) {
        WindTurbineConfiguration wanted = Given.read(context, configuration, WindTurbineConfiguration::read);
        Designs.Chosen chosen = designs.of(context.twin(), wanted.design());
        WindTurbineCondition condition = new WindTurbineCondition(chosen.design(), chosen.condition(), wanted.condition(),
                wanted.settings().nacelleInduction());
        return new WindTurbineBehavior(new WindTurbineTwin(chosen.design(), wanted.settings()),
                aspects(context.twin(), chosen.design(), wanted, condition));
    }

    /** The themes, in the order in which they are asked. */
    private static List<Aspect> aspects(TwinId twin, TurbineDesign design, WindTurbineConfiguration wanted, WindTurbineCondition condition) {
        return List.of(new BeatAspect(),
                new ExpectationAspect(),
                new DriftAspect(design),
                new PerformanceAspect(design, wanted.settings().nacelleInduction(), wanted.performance()),
                new LifeAspect(condition),
                new TemperatureAspect(condition),
                new VibrationAspect(condition),
                new CommandAspect(design),
                new ControlAspect(),
                new ProposalAspect(twin, design, Texts.in("en"), wanted.measureEffect()));
    }

    @Override
    public StateCodec<WindTurbineState> codec() {
        return StateCodec.of(WindTurbineState::write, WindTurbineState::read);
    }

    @Override
    public List<StateMigration> migrations() {
        return List.of(StateMigration.from(1, WindTurbineState::fromSchema1),
                StateMigration.from(2, WindTurbineState::fromSchema2));
    }
}

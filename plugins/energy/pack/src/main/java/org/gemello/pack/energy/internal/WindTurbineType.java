package org.gemello.pack.energy.internal;

import java.util.List;
import java.util.Set;
import org.gemello.api.twin.TwinModel;
import org.gemello.energy.turbine.TurbineDesign;
import org.gemello.energy.twin.TwinSettings;
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

/** Twins of wind turbines; configuration keys are those of {@link TwinSettings}, {@link Designs} and the themes, all optional. */
@Component(service = TwinType.class)
public final class WindTurbineType implements TwinType<WindTurbineState> {
    private static final Set<String> KEYS = Set.of("windFilter", "residualMean", "raiseBelow", "raiseAfter", "clearAbove",
            "clearAfter", "stuckAfter", "nacelleInduction", "measureEffect");
    /** Seconds over which the effect of a proposal is measured, where the configuration does not say. */
    private static final double MEASURE_EFFECT = 600;
    private final Designs designs = new Designs();
    private final TwinModel model = WindTurbineModel.create(Texts.in("en"));

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
        Configurations.allowOnly(context, KEYS, Designs.KEYS, PerformanceConfiguration.KEYS, ConditionConfiguration.KEYS);
        Designs.Chosen chosen = designs.of(context);
        TurbineDesign design = chosen.design();
        TwinSettings settings = settings(context);
        WindTurbineCondition condition = new WindTurbineCondition(design, chosen.condition(), ConditionConfiguration.read(context),
                settings.nacelleInduction());
        return new WindTurbineBehavior(new WindTurbineTwin(design, settings), aspects(context, design, settings, condition));
    }

    /** The themes, in the order in which they are asked. */
    private static List<Aspect> aspects(TwinContext context, TurbineDesign design, TwinSettings settings, WindTurbineCondition condition) {
        return List.of(new BeatAspect(),
                new ExpectationAspect(),
                new DriftAspect(design),
                new PerformanceAspect(design, settings.nacelleInduction(), PerformanceConfiguration.read(context)),
                new LifeAspect(condition),
                new TemperatureAspect(condition),
                new VibrationAspect(condition),
                new CommandAspect(design),
                new ControlAspect(),
                new ProposalAspect(context.twin(), design, Texts.in("en"), context.number("measureEffect", MEASURE_EFFECT)));
    }

    private static TwinSettings settings(TwinContext context) {
        TwinSettings usual = TwinSettings.DEFAULT;
        return Configurations.named(context, () -> new TwinSettings(context.number("windFilter", usual.windFilter()),
                context.number("residualMean", usual.residualMean()),
                context.number("raiseBelow", usual.raiseBelow()), context.number("raiseAfter", usual.raiseAfter()),
                context.number("clearAbove", usual.clearAbove()), context.number("clearAfter", usual.clearAfter()),
                context.number("stuckAfter", usual.stuckAfter()), context.number("nacelleInduction", usual.nacelleInduction())));
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

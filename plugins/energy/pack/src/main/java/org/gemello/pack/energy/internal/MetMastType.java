package org.gemello.pack.energy.internal;

import java.util.List;
import org.gemello.api.SampleBatch;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.energy.twin.MetMastState;
import org.gemello.spi.Effects;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;
import org.osgi.service.component.annotations.Component;

/** Twins of meteorological masts: what the mast measures (logical node WMET of IEC 61400-25-2), and the density of the air. */
@Component(service = TwinType.class)
public final class MetMastType implements TwinType<MetMastState>, TwinBehavior<MetMastState> {
    private static final String TYPE = "met-mast";
    private static final int SCHEMA = 1;
    private final TwinModel model;

    public MetMastType() {
        Texts texts = Texts.in("en");
        Points points = new Points(texts, TYPE)
                .measured("WMET.HorWdSpd", "m/s", 0, 75)
                .measured("WMET.HorWdDir", "deg", 0, 360)
                .measured(MetMastState.TEMPERATURE, "Cel", -50, 60)
                .measured(MetMastState.PRESSURE, "hPa", 500, 1100)
                .measured(MetMastState.HUMIDITY, "%", 0, 100)
                .derived("WMET.AirDens", "kg/m3");
        model = new TwinModel(SCHEMA, texts.get(TYPE), points.all(), List.of()).configured(ConfigurationSpec.NONE);
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
    public TwinBehavior<MetMastState> behavior(TwinContext context) {
        return Given.read(context, ConfigurationSpec.NONE, given -> this);
    }

    @Override
    public StateCodec<MetMastState> codec() {
        return StateCodec.of(MetMastState::write, MetMastState::read);
    }

    @Override
    public MetMastState initial() {
        return new MetMastState();
    }

    /** One density per batch: a mast sends its values together. */
    @Override
    public void onSamples(MetMastState state, SampleBatch batch, Effects out) {
        boolean news = false;
        for (int row = 0; row < batch.size(); row++) {
            news |= state.observe(batch.point(row).name(), batch.doubleValue(row), batch.quality(row), batch.sourceTime(row));
        }
        if (news && state.isComplete()) {
            out.derive("WMET.AirDens", state.density(), state.quality(), state.time());
        }
    }
}

package org.gemello.pack.energy.internal;

import org.gemello.energy.live.LiveTwin;
import org.gemello.energy.rul.RemainingLife;
import org.gemello.energy.rul.TurbofanTwin;
import org.gemello.energy.rul.TurbofanTwinState;
import org.gemello.spi.TwinType;
import org.osgi.service.component.annotations.Component;

/** Twins of turbofans, with what was learned from C-MAPSS FD001; sensors are those of that data set, with temperatures in K. */
@Component(service = TwinType.class)
public final class TurbofanType extends LiveType<TurbofanTwinState> {
    static final String TYPE = "turbofan";

    public TurbofanType() {
        super(TYPE, TurbofanTwinState::new, points -> points
                .derived("RUL", "1").derived("RULLow", "1").derived("RULHigh", "1")
                .measured("CYCLE", "1", 0, 1_000_000)
                .measured("T2", "K", 150, 400).measured("T24", "K", 150, 850).measured("T30", "K", 150, 1700)
                .measured("T50", "K", 150, 1700).measured("P2", "[psi]", 0, 50).measured("P15", "[psi]", 0, 100)
                .measured("P30", "[psi]", 0, 1500).measured("Nf", "/min", 0, 10_000).measured("Nc", "/min", 0, 30_000)
                .measured("epr", "1", 0, 10).measured("Ps30", "[psi]", 0, 1500).measured("phi", "1", 0, 5000)
                .measured("NRf", "/min", 0, 10_000).measured("NRc", "/min", 0, 30_000).measured("BPR", "1", 0, 100)
                .measured("farB", "1", 0, 1).measured("htBleed", "1", 0, 5000).measured("Nf_dmd", "/min", 0, 10_000)
                .measured("PCNfR_dmd", "/min", 0, 10_000).measured("W31", "[lb_av]/s", 0, 1000).measured("W32", "[lb_av]/s", 0, 1000),
                TurbofanType::twin);
    }

    private static LiveTwin<TurbofanTwinState> twin(Given given) {
        return new TurbofanTwin(RemainingLife.turbofan(), given.number("overhaulBelow", "1", 30, 0, 125));
    }
}

package org.gemello.pack.energy.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.log.LogEntry;
import org.gemello.energy.turbine.Nrel5Mw;
import org.gemello.energy.turbine.Turbine;
import org.gemello.energy.wind.Turbulence;
import org.gemello.energy.wind.WindSeries;
import org.gemello.testkit.pack.Recording;

/** What a simulated turbine gives its twin. */
final class WindTurbineRecording {
    static final TwinId TWIN = new TwinId("wt-01");
    static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    private WindTurbineRecording() {
    }

    /** Ten minutes of a turbine whose blades stand wrong after the fifth, with a lost beat, a bad sample and a command. */
    static List<LogEntry> tenMinutes() {
        Recording recording = new Recording(TWIN, new WindTurbineType().model());
        WindSeries wind = new WindSeries(Turbulence.classB(9), 5);
        Turbine turbine = new Turbine(Nrel5Mw.design(), 9, 1.225);
        for (int i = 0; i < 6000; i++) {
            double speed = wind.at(i * 0.1);
            turbine.advance(speed, 1.225, 0.1);
            turbine.injectPitchFault(i < 3000 ? 0 : 0.1);
            long beat = i < 100 ? i : i + 1L;
            Instant now = BEGIN.plusMillis(i * 100L);
            recording.samples(now, moment -> moment.with("WTUR.W", turbine.power() / 1000).with("WTUR.State", 2)
                    .with("WROT.RotSpd", turbine.rotorSpeed() * 30 / Math.PI).with("WTUR.Beat", beat)
                    .with("WNAC.WdSpd", speed, beat % 500 == 0 ? Quality.BAD : Quality.GOOD));
            if (i % 10 == 9) {
                recording.tick(now);
            }
        }
        return recording.command(limit()).entries();
    }

    private static Command limit() {
        return new Command("c-1", TWIN, "set-power-limit", Map.of("limit", 3000.0), "operator", BEGIN, BEGIN.plusSeconds(10));
    }
}

package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.api.Quality;
import org.gemello.energy.air.AirDensity;
import org.gemello.energy.signal.Signal;

/** What a met mast's twin remembers: the air. Mutable, for one thread. */
public final class MetMastState {
    public static final String TEMPERATURE = "WMET.EnvTmp";
    public static final String PRESSURE = "WMET.EnvPres";
    public static final String HUMIDITY = "WMET.EnvHum";
    private final Signal temperature = new Signal();
    private final Signal pressure = new Signal();
    private final Signal humidity = new Signal();

    /**
     * Takes a sample.
     *
     * @param value in degrees Celsius, hPa or percent; NaN where there is none
     * @param time  source time in ns since the epoch
     * @return true where the point says something about the air's density
     */
    public boolean observe(String point, double value, Quality quality, long time) {
        switch (point) {
            case TEMPERATURE -> temperature.update(value, quality, time);
            case PRESSURE -> pressure.update(value, quality, time);
            case HUMIDITY -> humidity.update(value, quality, time);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** True once temperature, pressure and humidity are known. */
    public boolean isComplete() {
        return temperature.isKnown() && pressure.isKnown() && humidity.isKnown();
    }

    /** Density of the air in kg/m3. */
    public double density() {
        return AirDensity.of(temperature.value(), pressure.value(), humidity.value());
    }

    /** The worst of the three. */
    public Quality quality() {
        return temperature.quality().worst(pressure.quality()).worst(humidity.quality());
    }

    /** Source time of the newest of the three, in ns since the epoch. */
    public long time() {
        return Math.max(temperature.time(), Math.max(pressure.time(), humidity.time()));
    }

    public void write(DataOutput out) throws IOException {
        temperature.write(out);
        pressure.write(out);
        humidity.write(out);
    }

    /** @throws IOException where the bytes end too early */
    public static MetMastState read(DataInput in) throws IOException {
        MetMastState state = new MetMastState();
        state.temperature.read(in);
        state.pressure.read(in);
        state.humidity.read(in);
        return state;
    }
}

package org.gemello.energy.solar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A plant for tests and simulated days of it. */
final class Plants {
    /** CEC module library, Canadian Solar CS5P-220M: Isc 5.1 A, Voc 59.4 V, 4.69 A at 46.9 V. */
    static final PvModule CS5P = new PvModule(new SingleDiode(5.11426, 8.10251e-10, 2.63593, 1.06602, 381.254), 0.004539);
    static final SunPosition.Site SITE = new SunPosition.Site(36.0, 127.0, 50);

    private Plants() {
    }

    static PvPlant plant(double inverter) {
        return new PvPlant(SITE, new Transposition(30, 180, 0.2), CS5P, 10, 8, new Inverter(inverter, 0.97), CellTemperature.faiman());
    }

    /** Quarter-hours of a cloudless day in May, seen by a perfect plant whose output is multiplied by a share. */
    static List<PvDiagnosis.Moment> day(PvPlant plant, int day, double share) {
        Instant midnight = LocalDate.of(2026, 5, day).atStartOfDay(ZoneOffset.ofHours(9)).toInstant();
        List<PvDiagnosis.Moment> moments = new ArrayList<>();
        for (int i = 0; i < 96; i++) {
            Instant time = midnight.plusSeconds(900L * i);
            PvPlant.Weather weather = new PvPlant.Weather(time, Irradiance.clearSky(plant.sun(time, 20)), 20, 2);
            PvPlant.Output output = plant.output(weather);
            double[] strings = new double[plant.strings()];
            Arrays.fill(strings, output.dc() * share / 450 / plant.strings());
            moments.add(new PvDiagnosis.Moment(weather, output.onPlane(), plant.inverter().output(output.dc() * share), strings));
        }
        return moments;
    }
}

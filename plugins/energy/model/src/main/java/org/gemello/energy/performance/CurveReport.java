package org.gemello.energy.performance;

import java.util.ArrayList;
import java.util.List;

/**
 * A measured power curve and what it is worth.
 *
 * @param bins     that hold something
 * @param hours    of data in them
 * @param missing  centres in m/s of bins that the standard wants and that hold less than half an hour
 * @param energies annual energies
 */
public record CurveReport(List<CurveBin> bins, double hours, List<Double> missing, List<AnnualEnergy> energies) {
    public CurveReport {
        bins = List.copyOf(bins);
        missing = List.copyOf(missing);
        energies = List.copyOf(energies);
    }

    /**
     * @param cutIn  wind in m/s, from 1 m/s below which bins are wanted
     * @param nearly wind in m/s at which the reference reaches 85 % of rated power; bins are wanted up to 1.5 times this
     * @param cutOut wind in m/s
     */
    public static CurveReport of(PowerCurve curve, double cutIn, double nearly, double cutOut) {
        List<CurveBin> bins = curve.bins();
        List<Double> missing = new ArrayList<>();
        int last = (int) Math.floor(1.5 * nearly / PowerCurve.WIDTH);
        for (int i = (int) Math.ceil((cutIn - 1) / PowerCurve.WIDTH); i <= last; i++) {
            double centre = i * PowerCurve.WIDTH;
            if (bins.stream().noneMatch(bin -> bin.centre() == centre && bin.isFilled())) {
                missing.add(centre);
            }
        }
        return new CurveReport(bins, curve.total() / 6.0, missing, AnnualEnergy.of(bins, cutOut));
    }

    /** True where the data base is complete (IEC 61400-12-1:2017, 8.5): half an hour in every bin wanted, and 180 hours in all. */
    public boolean isComplete() {
        return missing.isEmpty() && hours * 6 >= PowerCurve.LEAST_TOTAL;
    }
}

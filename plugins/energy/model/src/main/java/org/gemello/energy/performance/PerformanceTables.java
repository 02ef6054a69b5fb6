package org.gemello.energy.performance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.gemello.energy.text.JsonText;
import org.gemello.energy.turbine.SteadyCurve;
import org.gemello.energy.turbine.TurbineDesign;

/** A turbine's performance as documents for people and scripts. */
public final class PerformanceTables {
    private PerformanceTables() {
    }

    /** The measured power curve with the reference beside it; wind in m/s, power in kW, energy in MWh. Under 12,000 characters. */
    public static String curve(CurveReport report, TurbineDesign design, SteadyCurve reference) {
        double density = design.operation().density();
        List<CurveBin> bins = report.bins();
        JsonText measured = new JsonText().numbers("bin", bins, CurveBin::centre, 1).numbers("wind", bins, CurveBin::wind, 2)
                .numbers("power", bins, CurveBin::power, 1).numbers("std", bins, CurveBin::deviation, 1)
                .numbers("low", bins, bin -> bin.power() - 2 * bin.uncertainty(), 1)
                .numbers("high", bins, bin -> bin.power() + 2 * bin.uncertainty(), 1)
                .numbers("n", bins, CurveBin::count, 0)
                .numbers("cp", bins, bin -> bin.coefficient(design.area(), density), 3)
                .numbers("reference", bins, bin -> reference.power(bin.wind(), density) / 1000, 1);
        List<Double> winds = IntStream.rangeClosed(0, (int) (design.operation().cutOut() / PowerCurve.WIDTH))
                .mapToObj(i -> i * PowerCurve.WIDTH)
                .toList();
        JsonText sound = new JsonText().numbers("wind", winds, wind -> wind, 1)
                .numbers("power", winds, wind -> reference.power(wind, density) / 1000, 0);
        List<AnnualEnergy> energies = report.energies();
        JsonText annual = new JsonText().numbers("mean", energies, AnnualEnergy::mean, 0)
                .numbers("measured", energies, AnnualEnergy::measured, 0)
                .numbers("uncertainty", energies, AnnualEnergy::uncertainty, 0)
                .numbers("extrapolated", energies, AnnualEnergy::extrapolated, 0)
                .texts("complete", energies, energy -> energy.isComplete() ? "yes" : "no");
        return new JsonText().with("hours", report.hours(), 1).with("complete", report.isComplete())
                .numbers("missing", report.missing(), centre -> centre, 1).with("density", density, 3)
                .with("bins", measured).with("reference", sound).with("aep", annual).toString();
    }

    /** Hours and lost energy (kWh) by category for the day, the month and in all; categories without any are left out. */
    public static String losses(Account account) {
        Ledger day = account.current(Period.DAY);
        Ledger month = account.current(Period.MONTH);
        Ledger total = account.current(Period.TOTAL);
        List<Category> seen = Arrays.stream(Category.values()).filter(category -> total.hours(category) > 0).toList();
        JsonText rows = new JsonText().texts("category", seen, PerformanceTables::name)
                .numbers("dayHours", seen, day::hours, 3).numbers("dayLost", seen, day::lost, 1)
                .numbers("monthHours", seen, month::hours, 3).numbers("monthLost", seen, month::lost, 1)
                .numbers("totalHours", seen, total::hours, 3).numbers("totalLost", seen, total::lost, 1);
        return new JsonText().with("rows", rows).with("yesterday", summary(account.before(Period.DAY)))
                .with("lastMonth", summary(account.before(Period.MONTH))).toString();
    }

    private static JsonText summary(Ledger ledger) {
        return new JsonText().with("produced", ledger.produced(), 1).with("lost", ledger.lost(), 1).with("curtailed", ledger.curtailed(), 1)
                .with("technical", ledger.technicalAvailability(), 2).with("operational", ledger.operationalAvailability(), 2)
                .with("production", ledger.productionAvailability(), 2);
    }

    /** Such as {@code forced-outage}: as it is written in configurations and tables. */
    public static String name(Category category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.gemello.energy.performance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Function;

/** Time and energy of one period, by category. Mutable. */
public final class Ledger {
    private static final Category[] CATEGORIES = Category.values();
    private final double[] seconds = new double[CATEGORIES.length];
    private final double[] produced = new double[CATEGORIES.length];
    private final double[] lost = new double[CATEGORIES.length];

    /** Time in s; powers in kW: measured, and what the turbine would have given. */
    void add(Category category, double time, double power, double potential) {
        int place = category.ordinal();
        seconds[place] += time;
        produced[place] += power * time / 3600;
        lost[place] += (potential - power) * time / 3600;
    }

    void copy(Ledger other) {
        System.arraycopy(other.seconds, 0, seconds, 0, seconds.length);
        System.arraycopy(other.produced, 0, produced, 0, produced.length);
        System.arraycopy(other.lost, 0, lost, 0, lost.length);
    }

    /** Time of a category in hours. */
    public double hours(Category category) {
        return seconds[category.ordinal()] / 3600;
    }

    /** Energy in kWh that was lost in this category: potential less actual. Under full performance that is scatter, and no loss. */
    public double lost(Category category) {
        return category == Category.FULL_PERFORMANCE ? 0 : lost[category.ordinal()];
    }

    /** Energy produced in kWh. */
    public double produced() {
        return sum(produced);
    }

    /** Energy lost in kWh in all categories. */
    public double lost() {
        double sum = 0;
        for (Category category : CATEGORIES) {
            sum += lost(category);
        }
        return sum;
    }

    /** Energy in kWh lost because somebody wanted it. */
    public double curtailed() {
        double sum = 0;
        for (Category category : CATEGORIES) {
            sum += category.isCurtailment() ? lost(category) : 0;
        }
        return sum;
    }

    /** Share of the time in percent that the turbine itself was available; NaN where none counts. IEC 61400-26-1, technical. */
    public double technicalAvailability() {
        return share(Category::technical);
    }

    /** Share of the time in percent that the turbine could serve its purpose; NaN where none counts. IEC 61400-26-1, operational. */
    public double operationalAvailability() {
        return share(Category::operational);
    }

    private double share(Function<Category, Category.Count> view) {
        double available = 0;
        double counted = 0;
        for (Category category : CATEGORIES) {
            available += view.apply(category) == Category.Count.AVAILABLE ? hours(category) : 0;
            counted += view.apply(category) == Category.Count.LEFT_OUT ? 0 : hours(category);
        }
        return counted > 0 ? 100 * available / counted : Double.NaN;
    }

    /** Energy produced in percent of what it could have been; NaN where that is nothing. IEC 61400-26-2, production-based. */
    public double productionAvailability() {
        double possible = produced() + lost();
        return possible > 0 ? 100 * produced() / possible : Double.NaN;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    void write(DataOutput out) throws IOException {
        for (int i = 0; i < CATEGORIES.length; i++) {
            out.writeDouble(seconds[i]);
            out.writeDouble(produced[i]);
            out.writeDouble(lost[i]);
        }
    }

    void read(DataInput in) throws IOException {
        for (int i = 0; i < CATEGORIES.length; i++) {
            seconds[i] = in.readDouble();
            produced[i] = in.readDouble();
            lost[i] = in.readDouble();
        }
    }
}

package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gemello.energy.filter.UnscentedFilter.Fit;

/**
 * Says which parameter has drifted. A bank of unscented filters, each with its own explanation of the power balance: nothing, one parameter
 * alone, or several; their likelihoods are compared. What one parameter explains is not spread over several, and what the measurements
 * do not tell apart stays a list: power loss and air density never are, and in part load a yaw error or a pitch offset neither, because they
 * change the power by a constant share, too. Above rated wind the pitch offset becomes visible.
 */
final class DriftMonitor {
    /** Share of the likelihood kept per window: a memory of 100 windows. */
    private static final double MEMORY = 0.99;
    private static final double FOUND = 8;
    private static final double LOST = 3;
    private static final double TOLD_APART = 4;
    private static final double SEVERAL = 12;
    private static final int LEAST_WINDOWS = 12;
    private static final double SCALE_SHARE = 0.02;
    private static final List<List<Parameter>> EXPLANATIONS = List.of(List.of(), List.of(Parameter.POWER_LOSS), List.of(Parameter.YAW_ERROR),
            List.of(Parameter.PITCH_OFFSET), List.of(Parameter.AIR_DENSITY),
            List.of(Parameter.POWER_LOSS, Parameter.YAW_ERROR, Parameter.PITCH_OFFSET));
    private static final int SINGLES = 4;
    private static final int JOINT = 5;
    private final ParameterFilter[] filters = new ParameterFilter[EXPLANATIONS.size()];
    private final double[] likelihoods = new double[EXPLANATIONS.size()];
    private double scale = 1;
    private int windows;
    private boolean found;

    DriftMonitor() {
        for (int i = 0; i < filters.length; i++) {
            filters[i] = new ParameterFilter(EXPLANATIONS.get(i));
        }
    }

    /**
     * Takes a window.
     *
     * @param given    measured mean power of the rotor, by rated power
     * @param variance of the measurement, before it is scaled by what is seen
     * @param model    expected mean power of the rotor from all parameters, by rated power
     */
    void update(double given, double variance, ToDoubleFunction<double[]> model) {
        double joint = 0;
        for (int i = 0; i < filters.length; i++) {
            Fit fit = filters[i].update(given, variance * scale, model);
            likelihoods[i] = MEMORY * likelihoods[i] + fit.likelihood();
            joint = i == JOINT ? fit.distance() : joint;
        }
        // wind that is measured at one point scatters more in one place than in another
        scale = Math.min(Math.max(scale * (1 + SCALE_SHARE * (Math.min(joint, 9) - 1)), 0.1), 25);
        windows++;
    }

    /** @param airIsMeasured true where temperature and pressure tell the density: then it is not among what may have drifted */
    Drift drift(boolean airIsMeasured) {
        int best = 1;
        for (int i = 2; i <= SINGLES; i++) {
            best = (i < SINGLES || !airIsMeasured) && likelihoods[i] > likelihoods[best] ? i : best;
        }
        double gain = likelihoods[best] - likelihoods[0];
        found = windows >= LEAST_WINDOWS && gain > (found ? LOST : FOUND) && matters(best);
        if (!found) {
            return Drift.NONE;
        }
        List<Parameter> candidates = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        List<Double> deviations = new ArrayList<>();
        for (int i = 1; i <= SINGLES; i++) {
            if (likelihoods[i] > likelihoods[best] - TOLD_APART && (i < SINGLES || !airIsMeasured)) {
                candidates.add(EXPLANATIONS.get(i).get(0));
                values.add(filters[i].mean(0));
                deviations.add(filters[i].deviation(0));
            }
        }
        return new Drift(candidates, values, deviations, likelihoods[JOINT] > likelihoods[best] + SEVERAL);
    }

    private boolean matters(int single) {
        double value = Math.abs(filters[single].mean(0));
        return value > EXPLANATIONS.get(single).get(0).least && value > 2 * filters[single].deviation(0);
    }

    void write(DataOutput out) throws IOException {
        for (int i = 0; i < filters.length; i++) {
            filters[i].write(out);
            out.writeDouble(likelihoods[i]);
        }
        out.writeDouble(scale);
        out.writeInt(windows);
        out.writeBoolean(found);
    }

    static DriftMonitor read(DataInput in) throws IOException {
        DriftMonitor monitor = new DriftMonitor();
        for (int i = 0; i < monitor.filters.length; i++) {
            monitor.filters[i].readInto(in);
            monitor.likelihoods[i] = in.readDouble();
        }
        monitor.scale = in.readDouble();
        monitor.windows = in.readInt();
        monitor.found = in.readBoolean();
        return monitor;
    }
}

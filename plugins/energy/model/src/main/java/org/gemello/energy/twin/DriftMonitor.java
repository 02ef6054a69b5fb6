package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gemello.energy.filter.UnscentedFilter.Fit;
import org.gemello.energy.signal.StatePart;
import org.gemello.energy.twin.Drift.Candidate;

/**
 * Says which parameter has drifted. A bank of unscented filters, each with its own explanation of the power balance: nothing, one parameter
 * alone, or several; their likelihoods are compared. What one parameter explains is not spread over several, and what the measurements
 * do not tell apart stays a list: power loss and air density never are, and by the power alone in part load a yaw error or a pitch offset
 * hardly, because they change the power by a constant share, too. Above rated wind the pitch offset becomes visible, over a range of wind
 * the friction; at once where there are sensors: a pitch offset takes twice as much from the moments at the roots of the blades as from
 * the power, friction nothing, and it warms the gearbox. Where no explanation foresees what comes any longer, something has happened:
 * the filters begin anew.
 */
final class DriftMonitor implements StatePart {
    /** Share of the likelihood kept per window: a memory of 100 windows. */
    private static final double MEMORY = 0.99;
    private static final double FOUND = 8;
    private static final double LOST = 3;
    private static final double TOLD_APART = 4;
    private static final double SEVERAL = 12;
    private static final int LEAST_WINDOWS = 12;
    private static final double SCALE_SHARE = 0.02;
    /** By which an explanation must be better in a window than nothing, so that its beginning is not drawn back by chance. */
    private static final double ONSET_SHARE = 0.05;
    /** What has been mended is forgotten as the beginning of the next drift after this much counter-evidence. */
    private static final double MOST_RISE = 50;
    /** Squared distances by variance are 1 in the mean, the largest of three is 2; much more over some windows is an event. */
    private static final double SURPRISE = 5;
    private static final double SURPRISE_SHARE = 0.25;
    /** In air that makes ice, ice is by far the most likely reason of a lost power coefficient: odds of 150 to 1. */
    private static final double ICE = 5;
    private static final int NOTHING = 0;
    private static final int LOSS = 1;
    private static final int JOINT = 5;
    private static final int OF_SCHEMA_2 = 6;
    /** In the order of the bytes: a new one goes to the end. */
    private static final List<List<Parameter>> EXPLANATIONS = List.of(List.of(), List.of(Parameter.POWER_LOSS), List.of(Parameter.YAW_ERROR),
            List.of(Parameter.PITCH_OFFSET), List.of(Parameter.AIR_DENSITY),
            List.of(Parameter.POWER_LOSS, Parameter.YAW_ERROR, Parameter.PITCH_OFFSET), List.of(Parameter.FRICTION));
    private final ParameterFilter[] filters = new ParameterFilter[EXPLANATIONS.size()];
    private final double[] likelihoods = new double[EXPLANATIONS.size()];
    private final double[] surprises = new double[EXPLANATIONS.size()];
    /** Page's cumulative sum of evidence against nothing, and when it was last 0: that is when the drift began. */
    private final double[] rises = new double[EXPLANATIONS.size()];
    private final long[] since = new long[EXPLANATIONS.size()];
    private double scale = 1;
    private int windows;
    private boolean found;

    DriftMonitor() {
        begin();
    }

    private void begin() {
        for (int i = 0; i < filters.length; i++) {
            filters[i] = new ParameterFilter(EXPLANATIONS.get(i));
        }
        Arrays.fill(likelihoods, 0);
        Arrays.fill(surprises, 1);
        windows = 0;
    }

    /**
     * Takes a window.
     *
     * @param now          its end, in ns since the epoch
     * @param observations what was measured in it; the power first
     */
    void update(long now, List<Observation> observations) {
        double nothing = 0;
        double joint = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < filters.length; i++) {
            double likelihood = 0;
            double distance = 0;
            for (Observation observation : observations) {
                Fit fit = filters[i].update(observation.given(), observation.variance() * scale, observation.model());
                likelihood += fit.likelihood();
                distance = Math.max(distance, fit.distance());
                joint = i == JOINT && observation == observations.get(0) ? fit.distance() : joint;
            }
            nothing = i == NOTHING ? likelihood : nothing;
            likelihoods[i] = MEMORY * likelihoods[i] + likelihood;
            surprises[i] += SURPRISE_SHARE * (distance - surprises[i]);
            least = Math.min(least, surprises[i]);
            rises[i] = Math.min(Math.max(rises[i] + likelihood - nothing - ONSET_SHARE, 0), MOST_RISE);
            since[i] = rises[i] > 0 ? since[i] : now;
        }
        // wind that is measured at one point scatters more in one place than in another
        scale = Math.min(Math.max(scale * (1 + SCALE_SHARE * (Math.min(joint, 9) - 1)), 0.1), 25);
        windows++;
        if (least > SURPRISE) {
            begin();
        }
    }

    /**
     * What the windows since the beginning tell.
     *
     * @param airIsMeasured true where temperature and pressure tell the density: then it is not among what may have drifted
     * @param isIcing       true where the air makes ice
     * @return empty as long as there is too little to judge by
     */
    Optional<Drift> drift(boolean airIsMeasured, boolean isIcing) {
        if (windows < LEAST_WINDOWS) {
            return Optional.empty();
        }
        double[] odds = likelihoods.clone();
        odds[LOSS] += isIcing ? ICE : 0;
        int best = NOTHING;
        for (int i = 0; i < filters.length; i++) {
            best = isSingle(i, airIsMeasured) && (best == NOTHING || odds[i] > odds[best]) ? i : best;
        }
        double gain = likelihoods[best] - likelihoods[NOTHING];
        found = gain > (found ? LOST : FOUND) && matters(best);
        if (!found) {
            return Optional.of(Drift.NONE);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < filters.length; i++) {
            if (isSingle(i, airIsMeasured) && odds[i] > odds[best] - TOLD_APART) {
                candidates.add(new Candidate(EXPLANATIONS.get(i).get(0), filters[i].mean(0), filters[i].deviation(0), since[best]));
            }
        }
        boolean several = likelihoods[JOINT] > likelihoods[best] + SEVERAL;
        return Optional.of(new Drift(candidates, several, filters[several ? JOINT : best].means(), List.of(), isIcing));
    }

    private static boolean isSingle(int explanation, boolean airIsMeasured) {
        List<Parameter> parameters = EXPLANATIONS.get(explanation);
        return parameters.size() == 1 && !(airIsMeasured && parameters.get(0) == Parameter.AIR_DENSITY);
    }

    private boolean matters(int single) {
        double value = Math.abs(filters[single].mean(0));
        return value > EXPLANATIONS.get(single).get(0).least && value > 2 * filters[single].deviation(0);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (int i = 0; i < filters.length; i++) {
            filters[i].write(out);
            out.writeDouble(likelihoods[i]);
            out.writeDouble(surprises[i]);
            out.writeDouble(rises[i]);
            out.writeLong(since[i]);
        }
        out.writeDouble(scale);
        out.writeInt(windows);
        out.writeBoolean(found);
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int i = 0; i < filters.length; i++) {
            filters[i].read(in);
            likelihoods[i] = in.readDouble();
            surprises[i] = in.readDouble();
            rises[i] = in.readDouble();
            since[i] = in.readLong();
        }
        readRest(in);
    }

    private void readRest(DataInput in) throws IOException {
        scale = in.readDouble();
        windows = in.readInt();
        found = in.readBoolean();
    }

    /** Schema 2 knew neither friction nor the beginning of a drift: what has drifted then has done so since {@code now}. */
    void readSchema2(DataInput in, long now) throws IOException {
        for (int i = 0; i < OF_SCHEMA_2; i++) {
            filters[i].read(in);
            likelihoods[i] = in.readDouble();
        }
        likelihoods[filters.length - 1] = likelihoods[NOTHING];
        Arrays.fill(since, now);
        readRest(in);
    }
}

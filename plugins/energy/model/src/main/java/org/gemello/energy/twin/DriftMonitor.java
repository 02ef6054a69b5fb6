package org.gemello.energy.twin;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private static final double MOST_DISTANCE = 9;
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
    private static final List<Explanation> EXPLANATIONS = List.of(Explanation.of(), Explanation.of(Parameter.POWER_LOSS),
            Explanation.of(Parameter.YAW_ERROR),
            Explanation.beyond(Parameter.PITCH_OFFSET, Math.toRadians(1), Math.toRadians(0.5), Parameter.PITCH_OFFSET.high),
            Explanation.of(Parameter.AIR_DENSITY), Explanation.of(Parameter.POWER_LOSS, Parameter.YAW_ERROR, Parameter.PITCH_OFFSET),
            Explanation.of(Parameter.FRICTION),
            Explanation.beyond(Parameter.PITCH_OFFSET, Math.toRadians(-1), Parameter.PITCH_OFFSET.low, Math.toRadians(-0.5)));
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
                // a jump surprises every explanation: who gets over it first is not for that the right one
                likelihood -= (Math.min(fit.distance(), MOST_DISTANCE) + Math.log(fit.variance())) / 2;
                distance = Math.max(distance, fit.distance());
                joint = i == JOINT && observation == observations.get(0) ? fit.distance() : joint;
            }
            nothing = i == NOTHING ? likelihood : nothing;
            likelihoods[i] = MEMORY * likelihoods[i] + likelihood;
            surprises[i] += SURPRISE_SHARE * (distance - surprises[i]);
            least = Math.min(least, surprises[i]);
            rises[i] = Math.min(Math.max(rises[i] + likelihood - nothing - ONSET_SHARE, 0), MOST_RISE);
            since[i] = rises[i] > 0 && since[i] > 0 ? since[i] : now;
        }
        // wind that is measured at one point scatters more in one place than in another
        scale = Math.min(Math.max(scale * (1 + SCALE_SHARE * (Math.min(joint, MOST_DISTANCE) - 1)), 0.1), 25);
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
        List<Integer> singles = IntStream.range(0, filters.length).boxed().filter(i -> isSingle(i, airIsMeasured))
                .sorted(Comparator.comparingDouble(i -> -odds[i])).toList();
        int best = singles.get(0);
        double gain = likelihoods[best] - likelihoods[NOTHING];
        found = gain > (found ? LOST : FOUND) && filters[best].matters(0);
        if (!found) {
            return Optional.of(Drift.NONE);
        }
        List<Candidate> joint = joint(since[best]);
        if (likelihoods[JOINT] > likelihoods[best] + SEVERAL && joint.size() > 1) {
            return Optional.of(new Drift(joint, true, filters[JOINT].means(), List.of(), isIcing));
        }
        Map<Parameter, Candidate> candidates = new LinkedHashMap<>();
        for (int i : singles) {
            if (odds[i] > odds[best] - TOLD_APART) {
                Candidate candidate = candidate(i, 0, since[best]);
                candidates.putIfAbsent(candidate.parameter(), candidate);
            }
        }
        return Optional.of(new Drift(List.copyOf(candidates.values()), false, filters[best].means(), List.of(), isIcing));
    }

    private static boolean isSingle(int explanation, boolean airIsMeasured) {
        Explanation each = EXPLANATIONS.get(explanation);
        return each.isSingle() && !(airIsMeasured && each.has(Parameter.AIR_DENSITY));
    }

    /** What of the joint explanation has drifted by more than chance. */
    private List<Candidate> joint(long begin) {
        return IntStream.range(0, EXPLANATIONS.get(JOINT).parameters().size()).filter(filters[JOINT]::matters)
                .mapToObj(place -> candidate(JOINT, place, begin)).toList();
    }

    private Candidate candidate(int explanation, int place, long begin) {
        Parameter parameter = EXPLANATIONS.get(explanation).parameters().get(place);
        double estimated = filters[explanation].mean(place);
        return new Candidate(parameter, parameter.value(estimated), parameter.deviation(estimated, filters[explanation].deviation(place)),
                begin);
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

    /** Schema 2 knew neither friction nor the beginning of a drift, and estimated a yaw error as an angle: that begins anew. */
    void readSchema2(DataInput in, long now) throws IOException {
        for (int i = 0; i < OF_SCHEMA_2; i++) {
            ParameterFilter filter = new ParameterFilter(EXPLANATIONS.get(i));
            filter.read(in);
            likelihoods[i] = in.readDouble();
            filters[i] = EXPLANATIONS.get(i).has(Parameter.YAW_ERROR) ? filters[i] : filter;
        }
        for (int i = 0; i < filters.length; i++) {
            boolean anew = i >= OF_SCHEMA_2 || EXPLANATIONS.get(i).has(Parameter.YAW_ERROR);
            likelihoods[i] = anew ? likelihoods[NOTHING] : likelihoods[i];
        }
        Arrays.fill(since, now);
        readRest(in);
    }
}

package org.gemello.energy.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.gemello.energy.wake.FreeWind;
import org.gemello.energy.wake.Operation;
import org.gemello.energy.wake.WakeFarm;
import org.gemello.energy.wake.WakeFarm.Link;
import org.gemello.energy.wake.WakeTurbine;

/**
 * Yaw offsets that bend wakes past the turbines behind: P. Fleming and others, "Serial-Refine Method for Fast Wake-Steering Yaw
 * Optimization", J. Phys.: Conf. Ser. 2265 (2022) 032109. Turbine by turbine from the front to the back some angles are tried and the
 * best kept, then finer ones around it. The result must also hold where the wind is not quite what it is taken to be. For one thread.
 */
public final class WakeSteering {
    /** Largest offset in rad. */
    public static final double MOST = Math.toRadians(25);
    /** Below this wind in m/s nothing is steered. */
    public static final double LEAST_WIND = 5;
    /** Above this wind in m/s neither: nothing is gained, and loads are high. */
    public static final double MOST_WIND = 15;
    /** Of a larger farm those are steered, and steered for, whose wakes cost most. */
    public static final int MOST_TURBINES = 20;
    private static final int FIRST = 5;
    private static final int REFINED = 4;
    /** The vane and the model of the wind's direction are right within so much, in rad: one standard deviation. */
    private static final double DIRECTION = Math.toRadians(2.5);
    private static final double TURBULENCE_SHARE = 0.25;
    private final WakeFarm farm;

    public WakeSteering(WakeFarm farm) {
        this.farm = farm;
    }

    /**
     * What steering brings.
     *
     * @param yaw      nacelle less wind direction of each turbine in rad, in the order of the farm
     * @param power    of the farm in kW without steering, or with the offsets that there are
     * @param gain     mean of the gain over the winds that it may be, in kW
     * @param low      smallest gain of these
     * @param high     largest gain of these
     */
    public record Plan(List<Double> yaw, double power, double gain, double low, double high) {
        public Plan {
            yaw = List.copyOf(yaw);
        }

        /** True where it brings something in every wind that it may be. */
        public boolean isWorthIt() {
            return low > 0 && yaw.stream().anyMatch(angle -> angle != 0);
        }
    }

    /** Best offsets; all zero below the least and above the most wind. */
    public Plan plan(FreeWind wind) {
        double[] yaw = new double[farm.turbines().size()];
        if (wind.speed() >= LEAST_WIND && wind.speed() <= MOST_WIND) {
            List<Integer> places = strongest(wind);
            double[] found = new WakeSteering(farm.part(places)).search(wind);
            for (int i = 0; i < found.length; i++) {
                yaw[places.get(i)] = found[i];
            }
        }
        return compare(wind, new double[yaw.length], yaw);
    }

    private double[] search(FreeWind wind) {
        double[] yaw = new double[farm.turbines().size()];
        Integer[] order = order(wind);
        pass(wind, order, yaw, MOST, FIRST);
        pass(wind, order, yaw, MOST / (FIRST - 1), REFINED);
        return yaw;
    }

    /** Places of the turbines with the strongest wakes between them; all of a small farm. */
    private List<Integer> strongest(FreeWind wind) {
        List<String> names = farm.turbines().stream().map(WakeTurbine::name).toList();
        if (names.size() <= MOST_TURBINES) {
            return IntStream.range(0, names.size()).boxed().toList();
        }
        List<Operation> normal = Collections.nCopies(names.size(), Operation.NORMAL);
        List<Link> links = farm.links(wind, normal, farm.flow(wind, normal)).stream()
                .sorted(Comparator.comparingDouble(Link::deficit).reversed()).toList();
        Set<String> chosen = new LinkedHashSet<>();
        for (Link link : links) {
            if (chosen.size() + 2 <= MOST_TURBINES) {
                chosen.add(link.from());
                chosen.add(link.to());
            }
        }
        return IntStream.range(0, names.size()).filter(i -> chosen.contains(names.get(i))).boxed().toList();
    }

    /**
     * What it brings to go from some offsets (rad) to others; the plan's yaw are those, its power is that with the first.
     *
     * @param now  offset of each turbine, in the order of the farm
     * @param yaw  the other ones
     */
    public Plan compare(FreeWind wind, double[] now, double[] yaw) {
        double gain = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        List<FreeWind> winds = around(wind);
        for (FreeWind each : winds) {
            double brought = power(each, yaw) - power(each, now);
            gain += brought / winds.size();
            low = Math.min(low, brought);
            high = Math.max(high, brought);
        }
        return new Plan(Arrays.stream(yaw).boxed().toList(), power(wind, now), gain, low, high);
    }

    /** The farm's power in kW, mean over the winds that it may be: what is best for one direction alone would be too sharp. */
    private double robust(FreeWind wind, double[] yaw) {
        List<FreeWind> winds = around(wind);
        return winds.stream().mapToDouble(each -> power(each, yaw)).sum() / winds.size();
    }

    private double power(FreeWind wind, double[] yaw) {
        List<Operation> operations = new ArrayList<>();
        for (double angle : yaw) {
            operations.add(new Operation(angle, Double.POSITIVE_INFINITY, true));
        }
        return WakeFarm.power(farm.flow(wind, operations));
    }

    /** The winds that it may be. */
    public static List<FreeWind> around(FreeWind wind) {
        return List.of(wind, new FreeWind(wind.speed(), wind.direction() - DIRECTION, wind.turbulence()),
                new FreeWind(wind.speed(), wind.direction() + DIRECTION, wind.turbulence()),
                new FreeWind(wind.speed(), wind.direction(), wind.turbulence() * (1 + TURBULENCE_SHARE)),
                new FreeWind(wind.speed(), wind.direction(), wind.turbulence() * (1 - TURBULENCE_SHARE)));
    }

    private Integer[] order(FreeWind wind) {
        List<WakeTurbine> turbines = farm.turbines();
        Integer[] order = new Integer[turbines.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> wind.downstream(turbines.get(i).east(), turbines.get(i).north())));
        return order;
    }

    /** Tries angles up to {@code reach} to both sides of what each turbine has. */
    private void pass(FreeWind wind, Integer[] order, double[] yaw, double reach, int number) {
        for (int turbine : order) {
            double middle = yaw[turbine];
            double best = middle;
            double most = robust(wind, yaw);
            for (double angle : candidates(middle, reach, number)) {
                yaw[turbine] = angle;
                double power = robust(wind, yaw);
                if (power > most) {
                    most = power;
                    best = angle;
                }
            }
            yaw[turbine] = best;
        }
    }

    private static List<Double> candidates(double middle, double reach, int number) {
        List<Double> angles = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            double angle = middle - reach + 2 * reach * i / (number - 1);
            angles.add(Math.min(Math.max(angle, -MOST), MOST));
        }
        return Collections.unmodifiableList(angles);
    }
}

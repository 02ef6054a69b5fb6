package org.gemello.energy.optimise;

import java.util.List;

/**
 * Shares a grid operator's set point over the turbines of a farm so that the damage is least. The damage of each turbine rises with its
 * power ever more steeply, weight x (power / rated)^exponent, so that the problem is convex and its solution exact: every turbine that is
 * neither at an end of its range nor stopped bears the same marginal damage, which is found by halving ("water filling"; S. Boyd, L.
 * Vandenberghe, "Convex Optimization", example 5.2).
 */
public final class PowerShare {
    private static final int HALVINGS = 100;

    /**
     * A turbine of the farm.
     *
     * @param available power in kW that its wind allows
     * @param least     power in kW below which it is not held
     * @param rated     power in kW
     * @param weight    of its damage: 1 by its remaining margin, times what its wake does to those behind it
     * @param exponent  of the damage over power, above 1: 10/3 for gearbox bearings, 4 for welded steel
     */
    public record Member(double available, double least, double rated, double weight, double exponent) {
        /** @throws IllegalArgumentException where the numbers make no convex problem */
        public Member {
            if (!(least >= 0) || !(available >= 0) || !(rated > 0) || !(weight > 0) || !(exponent > 1)) {
                throw new IllegalArgumentException("a turbine of " + rated + " kW with " + available + " kW available, at least " + least
                        + " kW, weight " + weight + " and exponent " + exponent + " cannot be given a share");
            }
        }

        /** Damage at a power in kW. */
        public double damage(double power) {
            return weight * Math.pow(power / rated, exponent);
        }

        private double lowest() {
            return Math.min(least, available);
        }

        /** Power in kW at a marginal damage per kW, within the range. */
        private double power(double marginal) {
            double free = rated * Math.pow(marginal * rated / (weight * exponent), 1 / (exponent - 1));
            return Math.min(Math.max(free, lowest()), available);
        }

        private double marginal() {
            return weight * exponent / rated * Math.pow(available / rated, exponent - 1);
        }
    }

    private PowerShare() {
    }

    /**
     * Powers of the turbines in kW, in their order.
     *
     * @param target power of all in kW; more than there is gives all there is, less than the least of all gives that
     */
    public static double[] of(List<Member> members, double target) {
        double low = 0;
        double high = members.stream().mapToDouble(Member::marginal).max().orElse(0);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (sum(members, middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double marginal = high;
        return members.stream().mapToDouble(member -> member.power(marginal)).toArray();
    }

    private static double sum(List<Member> members, double marginal) {
        return members.stream().mapToDouble(member -> member.power(marginal)).sum();
    }
}

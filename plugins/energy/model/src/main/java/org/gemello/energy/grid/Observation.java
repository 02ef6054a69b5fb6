package org.gemello.energy.grid;

/**
 * One usable meter of a state estimate.
 *
 * @param equation  the power that it measures; for a voltage or angle that of its bus, not used
 * @param bus       place of the bus of a voltage, angle or injection
 * @param value     reading in p.u. or rad
 * @param deviation standard deviation, likewise
 */
record Observation(Meter meter, PowerEquation equation, int bus, double value, double deviation) {

    /**
     * A meter in the units of the equations.
     *
     * @return null where it tells nothing: without a number, or at a branch that is out of service
     * @throws IllegalArgumentException where the meter stands at a bus or branch that is not there
     */
    static Observation of(Network network, Meter meter) {
        GridCase grid = network.grid;
        PowerEquation equation;
        int bus = 0;
        if (meter.quantity().atBranch()) {
            GridCase.require(meter.place() >= 0 && meter.place() < grid.branches().size(),
                    "meter " + meter.name() + " stands at branch " + meter.place() + ", the case has " + grid.branches().size());
            boolean from = meter.quantity() == Meter.Quantity.ACTIVE_FROM || meter.quantity() == Meter.Quantity.REACTIVE_FROM;
            equation = from ? network.atFrom[meter.place()] : network.atTo[meter.place()];
            if (equation == null) {
                return null;
            }
        } else {
            Integer index = network.index.get(meter.place());
            GridCase.require(index != null, "meter " + meter.name() + " stands at bus " + meter.place() + ", which is not in the case");
            bus = index;
            equation = network.injection[bus];
        }
        if (!Double.isFinite(meter.value())) {
            return null;
        }
        double unit = switch (meter.quantity()) {
            case VOLTAGE -> 1;
            case ANGLE -> Math.toDegrees(1);
            default -> grid.baseMva();
        };
        return new Observation(meter, equation, bus, meter.value() / unit, meter.deviation() / unit);
    }

    /** What the meter should read in a state, in p.u. or rad. */
    double model(double[] voltage, double[] angle) {
        return switch (meter.quantity()) {
            case VOLTAGE -> voltage[bus];
            case ANGLE -> angle[bus];
            default -> meter.quantity().active() ? equation.active(voltage, angle) : equation.reactive(voltage, angle);
        };
    }

    /** By how many standard deviations the reading differs from the state. */
    double residual(double[] voltage, double[] angle) {
        return (value - model(voltage, angle)) / deviation;
    }
}

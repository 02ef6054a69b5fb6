package org.gemello.energy.rul;

/**
 * How good predictions of remaining life are, with the measures of the PHM 2008 challenge (Saxena, Goebel, Simon, Eklund: Damage
 * propagation modeling for aircraft engine run-to-failure simulation, PHM 2008, equation 11).
 *
 * @param rmse root mean square error, cycles
 * @param score sum of exp(-d/13)-1 for an early and exp(d/10)-1 for a late prediction; d is predicted minus true life
 */
public record RulScore(double rmse, double score) {
    /** Both in cycles, one pair per machine. */
    public static RulScore of(double[] predicted, double[] truth) {
        if (predicted.length != truth.length || truth.length == 0) {
            throw new IllegalArgumentException(predicted.length + " predictions, but " + truth.length + " true values");
        }
        double squares = 0;
        double score = 0;
        for (int k = 0; k < truth.length; k++) {
            double d = predicted[k] - truth[k];
            squares += d * d;
            score += d < 0 ? Math.expm1(-d / 13) : Math.expm1(d / 10);
        }
        return new RulScore(Math.sqrt(squares / truth.length), score);
    }
}

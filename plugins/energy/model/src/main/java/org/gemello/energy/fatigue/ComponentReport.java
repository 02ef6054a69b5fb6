package org.gemello.energy.fatigue;

/**
 * How a component stands.
 *
 * @param component which one
 * @param load      equivalent load of the last ten minutes in N m, of the running ones before that
 * @param lifetime  equivalent load of all that was counted, in N m
 * @param damage    share of the life that is used up
 * @param life      what is left
 * @param complete  false until ten minutes have passed
 */
public record ComponentReport(Component component, double load, double lifetime, double damage, LifeForecast life, boolean complete) {
}

/** Fatigue: cycles of a load, what they use up of a component's life, how much is left. */
package org.gemello.energy.fatigue;

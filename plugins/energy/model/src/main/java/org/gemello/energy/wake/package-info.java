/** Wakes of turbines that stand behind one another: steady, at hub height, on flat ground. */
package org.gemello.energy.wake;

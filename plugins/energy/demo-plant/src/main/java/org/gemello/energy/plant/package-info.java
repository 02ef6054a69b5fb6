/** A wind farm to try the platform on: its own process, real protocols, simulated physics. */
package org.gemello.energy.plant;

/** A transmission or distribution grid in balanced steady state: power flow, what the loss of a branch does, live state from meters. */
package org.gemello.energy.grid;

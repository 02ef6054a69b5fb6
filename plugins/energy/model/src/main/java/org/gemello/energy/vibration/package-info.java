/** Vibration: bursts, bands, envelope spectra, and the faults of bearings and gears that show in them. */
package org.gemello.energy.vibration;

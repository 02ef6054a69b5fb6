/** Temperatures of a drive train: expected, measured, and what the difference tells. */
package org.gemello.energy.thermal;

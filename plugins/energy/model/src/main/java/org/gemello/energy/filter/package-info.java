/** States and parameters from noisy measurements, one after another. */
package org.gemello.energy.filter;

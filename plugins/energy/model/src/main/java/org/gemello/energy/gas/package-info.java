/** Gas turbine: working gas, maps, off-design balance, and what fouling and erosion did to it. */
package org.gemello.energy.gas;

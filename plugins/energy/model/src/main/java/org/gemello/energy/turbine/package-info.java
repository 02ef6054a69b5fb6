/** A variable-speed, pitch-controlled wind turbine: its design, its steady points and its motion. */
package org.gemello.energy.turbine;

/** Command line of the fatigue model; not part of a pack. */
package org.gemello.energy.fatigue.program;

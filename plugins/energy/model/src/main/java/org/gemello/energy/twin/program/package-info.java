/** Command line of the wind turbine's model; not part of a pack. */
package org.gemello.energy.twin.program;

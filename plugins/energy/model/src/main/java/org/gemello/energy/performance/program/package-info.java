/** Command line of the power curve; not part of a pack. */
package org.gemello.energy.performance.program;

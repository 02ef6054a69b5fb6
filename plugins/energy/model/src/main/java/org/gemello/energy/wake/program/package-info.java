/** Command line of wakes; not part of a pack. */
package org.gemello.energy.wake.program;

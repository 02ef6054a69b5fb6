/** Command-line programs of the grid model. */
package org.gemello.energy.grid.program;

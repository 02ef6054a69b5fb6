/** What a performance engineer asks of a turbine: power curve (IEC 61400-12-1), availability and lost energy (IEC 61400-26). */
package org.gemello.energy.performance;

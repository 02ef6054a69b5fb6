/** What twins are built from: last values, filters, alarms with delays, parts of a state. */
package org.gemello.energy.signal;

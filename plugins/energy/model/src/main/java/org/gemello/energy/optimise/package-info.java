/** What would be better: settings of a turbine's controller, powers and yaw angles of a farm; and what they have brought. */
package org.gemello.energy.optimise;

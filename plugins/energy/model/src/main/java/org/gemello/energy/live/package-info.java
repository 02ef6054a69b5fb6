/** What live twins share: means over windows, alarms, reports, documents. */
package org.gemello.energy.live;

/** A farm as a whole: what its turbines lose by standing behind one another, and what by themselves. */
package org.gemello.energy.farm;

/** What the twins of the energy pack know and conclude, apart from any platform. */
package org.gemello.energy.twin;

/** Air. */
package org.gemello.energy.air;

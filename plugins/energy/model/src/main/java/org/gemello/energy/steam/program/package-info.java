/** Programs around water and steam. */
package org.gemello.energy.steam.program;

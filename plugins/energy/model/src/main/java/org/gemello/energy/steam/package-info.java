/** Properties of water and steam (IAPWS-IF97) and the balance of a steam plant. */
package org.gemello.energy.steam;

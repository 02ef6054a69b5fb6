/** Aerodynamics of a rotor: blade elements, and the table that they give. */
package org.gemello.energy.rotor;

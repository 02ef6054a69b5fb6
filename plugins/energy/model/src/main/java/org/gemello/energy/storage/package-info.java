/** Battery storage: equivalent circuit, estimated state of charge and health, ageing, charge and discharge plan. */
package org.gemello.energy.storage;

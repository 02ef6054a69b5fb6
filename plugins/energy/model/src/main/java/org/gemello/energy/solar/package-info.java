/** Photovoltaic plants: sun, irradiance on the module plane, cell temperature, module, inverter, forecast and faults. */
package org.gemello.energy.solar;

/** Wind as a time series that can be made again. */
package org.gemello.energy.wind;

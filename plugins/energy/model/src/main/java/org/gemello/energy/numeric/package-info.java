/** The two methods of numerical mathematics that the models share: a root in an interval, and a positive definite matrix. */
package org.gemello.energy.numeric;

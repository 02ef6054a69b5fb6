/** Parameters of a model from measurements. */
package org.gemello.energy.fit;

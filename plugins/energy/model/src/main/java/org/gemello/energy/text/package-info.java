/** Documents that twins tell in points of text. */
package org.gemello.energy.text;

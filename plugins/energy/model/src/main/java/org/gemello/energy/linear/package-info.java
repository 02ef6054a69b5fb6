/** Linear programmes of the size of a plan: hundreds of rows, no threads, the same answer every time. */
package org.gemello.energy.linear;

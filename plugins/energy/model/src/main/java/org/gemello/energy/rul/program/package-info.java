/** Programs around remaining useful life, and the files that they read. */
package org.gemello.energy.rul.program;

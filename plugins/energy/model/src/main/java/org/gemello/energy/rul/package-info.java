/** Remaining useful life of a machine that runs to failure, learned from others of its kind. */
package org.gemello.energy.rul;

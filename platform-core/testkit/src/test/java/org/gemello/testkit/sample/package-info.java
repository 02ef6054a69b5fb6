/** A twin type for the tests of the kit, and versions of it that break the contract in one way each. */
package org.gemello.testkit.sample;

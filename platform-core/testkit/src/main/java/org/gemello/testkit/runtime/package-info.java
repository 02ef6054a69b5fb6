/** A platform for one kind of twin in the memory of a test: samples, commands, ticks in; values, alarms, writes out. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.testkit.runtime;

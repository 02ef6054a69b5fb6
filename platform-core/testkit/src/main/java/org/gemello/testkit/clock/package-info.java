/** A clock that moves only when a test says so. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.testkit.clock;

/** What every history must keep and answer, as JUnit tests that each store runs. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.testkit.history;

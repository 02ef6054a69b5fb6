/** A real PostgreSQL server for tests and proofs. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.testkit.postgres;

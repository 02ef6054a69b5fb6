/** Fakes, fixtures and figures for tests, benchmarks and proofs, of the platform and of packs. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.testkit;

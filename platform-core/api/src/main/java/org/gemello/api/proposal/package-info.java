/** Proposals: what a twin advises to do, why, what it brings, and what became of it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.api.proposal;

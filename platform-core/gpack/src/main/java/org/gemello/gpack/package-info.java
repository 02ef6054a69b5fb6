/** The pack file: its manifest, limits while opening, signature, lint, the index of a repository, acceptance tests. Plain Java. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.gpack;

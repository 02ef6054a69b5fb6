/** Packs: what is installed, what an operation would change, and the operations themselves. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.api.pack;

/** What a pack may have beyond its twins: services for what it has been granted, and probes of its own. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.spi.pack;

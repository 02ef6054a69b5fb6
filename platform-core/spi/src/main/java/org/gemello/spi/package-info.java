/** What a pack implements. Small on purpose: it is kept compatible. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.spi;

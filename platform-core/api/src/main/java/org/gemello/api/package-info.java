/** What everybody speaks: identities, values with quality and both times, batches of them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.api;

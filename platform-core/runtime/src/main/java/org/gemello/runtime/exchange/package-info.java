/** Exchanges the type that serves twins while the log and the history go on. For the pack manager. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.runtime.exchange;

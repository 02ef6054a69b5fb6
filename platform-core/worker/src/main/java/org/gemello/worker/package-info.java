/** Twin types whose behaviour runs in a child process. For the pack manager. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.worker;

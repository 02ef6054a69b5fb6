/** What a pack's tests need: a twin type checked against its contract, and effects that are remembered. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.testkit.pack;

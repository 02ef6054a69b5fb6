/** Programs of other makes that run under Node.js, as peers in tests. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.testkit.node;

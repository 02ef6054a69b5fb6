/** What the integrator has written: connections, twins, and which node or topic feeds which point. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.binding;

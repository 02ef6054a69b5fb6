/** The site's description: twins, connections and bindings, read and changed while the platform runs. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.api.site;

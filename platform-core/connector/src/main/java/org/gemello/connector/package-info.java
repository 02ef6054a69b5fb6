/** What every connector needs: the way into its route, and the way to be seen. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.connector;

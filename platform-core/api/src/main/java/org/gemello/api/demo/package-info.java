/** Plants to try the platform with, where no machine is at hand. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.api.demo;

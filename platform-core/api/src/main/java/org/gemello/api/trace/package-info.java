/** The way of one sample or command through the platform, under one trace id. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.api.trace;

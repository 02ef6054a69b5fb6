/** The way from a program of an integrator to a platform; what can be asked is generated from the contract into the packages beside. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.client.access;

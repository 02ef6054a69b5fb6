/** An OPC UA server for tests, demo plants and benchmarks. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.testkit.opcua;

/** Brokers and a client for tests of the MQTT connector. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.testkit.mqtt;

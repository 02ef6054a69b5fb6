/** Opens a sample log without a container: for tests, programs and benchmarks. In the container it is an OSGi service. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.log;

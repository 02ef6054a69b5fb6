/** Which twins, points and commands somebody may have to do with: pure functions over roles and policies. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.security.policy;

/** Who may do what, and the record of what was done: users with their roles, and the audit log. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.security;

/** Alarms of twins and of the platform as operators handle them, after ISA-18.2 (IEC 62682): acknowledged, shelved, suppressed. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.api.alarm;

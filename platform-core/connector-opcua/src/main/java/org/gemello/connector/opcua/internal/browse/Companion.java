package org.gemello.connector.opcua.internal.browse;

import java.util.Set;

/**
 * What companion specifications have in common: OPC 10000-100 (Devices), OPC 40001-1 (Machinery), OPC 40010-1 (Robotics) and those
 * built on them name their parts with browse names of their own namespaces.
 */
final class Companion {
    private static final String FOUNDATION = "http://opcfoundation.org/UA/";
    /** Objects that only hold others together: they say nothing about a point. */
    private static final Set<String> HOLDERS = Set.of("Machines", "DeviceSet", "ParameterSet", "MethodSet", "Identification", "Components",
            "MachineryBuildingBlocks", "MotionDevices", "Axes", "PowerTrains", "Controllers", "SafetyStates", "Monitoring");
    /** VendorNameplate and tag nameplate of Devices, MachineIdentificationType of Machinery. */
    private static final Set<String> IDENTIFICATION = Set.of("Manufacturer", "ManufacturerUri", "Model", "ProductCode", "HardwareRevision",
            "SoftwareRevision", "DeviceRevision", "DeviceManual", "DeviceClass", "SerialNumber", "ProductInstanceUri", "AssetId",
            "ComponentName", "YearOfConstruction", "MonthOfConstruction", "InitialOperationDate", "Location");

    private Companion() {
    }

    /** True for the namespace of a companion specification; that of OPC UA itself is none. */
    static boolean isCompanion(String namespace) {
        return namespace != null && namespace.startsWith(FOUNDATION) && namespace.length() > FOUNDATION.length();
    }

    static boolean isHolder(String namespace, String name) {
        return isCompanion(namespace) && HOLDERS.contains(name);
    }

    /** A property that says which machine it is, and does not change. */
    static boolean isIdentification(String namespace, String name) {
        return isCompanion(namespace) && IDENTIFICATION.contains(name);
    }
}

package org.gemello.connector.opcua.internal.browse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;

/** From OPC UA's engineering units to UCUM. */
final class UnitCodes {
    private static final String UNECE = "http://www.opcfoundation.org/UA/units/un/cefact";
    private static final Map<String, String> BY_CODE = read();
    /** What servers write that number their units in a way of their own. Only what cannot be mistaken. */
    private static final Map<String, String> BY_NAME = Map.ofEntries(Map.entry("°C", "Cel"), Map.entry("degC", "Cel"),
            Map.entry("°F", "[degF]"), Map.entry("K", "K"), Map.entry("%", "%"), Map.entry("rpm", "{rev}/min"),
            Map.entry("1/min", "/min"), Map.entry("r/min", "{rev}/min"), Map.entry("kW", "kW"), Map.entry("W", "W"), Map.entry("MW", "MW"),
            Map.entry("kWh", "kW.h"), Map.entry("Wh", "W.h"), Map.entry("V", "V"), Map.entry("A", "A"), Map.entry("mA", "mA"),
            Map.entry("Hz", "Hz"), Map.entry("°", "deg"), Map.entry("mm", "mm"), Map.entry("m", "m"), Map.entry("µm", "um"),
            Map.entry("m/s", "m/s"), Map.entry("mm/s", "mm/s"), Map.entry("bar", "bar"), Map.entry("mbar", "mbar"), Map.entry("Pa", "Pa"),
            Map.entry("kPa", "kPa"), Map.entry("N", "N"), Map.entry("Nm", "N.m"), Map.entry("kg", "kg"), Map.entry("t", "t"),
            Map.entry("s", "s"), Map.entry("ms", "ms"), Map.entry("h", "h"), Map.entry("m³", "m3"), Map.entry("m3", "m3"),
            Map.entry("m³/h", "m3/h"), Map.entry("m3/h", "m3/h"), Map.entry("l", "L"), Map.entry("L", "L"), Map.entry("l/min", "L/min"),
            Map.entry("l/h", "L/h"), Map.entry("kg/h", "kg/h"));

    private UnitCodes() {
    }

    /** By the UNECE code; empty where the unit has none, or one that is not in our table. */
    static Optional<String> byCode(EUInformation unit) {
        return UNECE.equals(unit.getNamespaceUri()) && unit.getUnitId() != null ? byCode(code(unit.getUnitId())) : Optional.empty();
    }

    static Optional<String> byCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** By what is shown to people, a guess that a person should look at. */
    static Optional<String> byName(EUInformation unit) {
        String name = unit.getDisplayName() == null ? null : unit.getDisplayName().text();
        return name == null ? Optional.empty() : Optional.ofNullable(BY_NAME.get(name.trim()));
    }

    /** Up to three characters of the code stand in one number (OPC UA Part 8, 5.6.3.3). */
    static String code(int unitId) {
        StringBuilder code = new StringBuilder();
        for (int shift = 24; shift >= 0; shift -= 8) {
            int character = unitId >> shift & 0xFF;
            if (character != 0) {
                code.append((char) character);
            }
        }
        return code.toString();
    }

    static Map<String, String> all() {
        return BY_CODE;
    }

    private static Map<String, String> read() {
        try (InputStream in = UnitCodes.class.getResourceAsStream("unece-ucum.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            Map<String, String> table = new HashMap<>();
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).forEach(pair -> table.put(pair[0], pair[1]));
            return Map.copyOf(table);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle's own table of units cannot be read", e);
        }
    }
}

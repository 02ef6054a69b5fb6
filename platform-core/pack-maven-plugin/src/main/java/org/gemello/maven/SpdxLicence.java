package org.gemello.maven;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.model.License;

/** Identifiers of the SPDX licence list for what POMs call the same licences by many names and addresses. */
final class SpdxLicence {
    private static final Map<String, Pattern> KNOWN = known();

    private SpdxLicence() {
    }

    private static Map<String, Pattern> known() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("Apache-2.0", "apache(.+software)?[ -]*(license|licence)?,?[ -]*(version|v)?[ .-]*2([.]0)?\\b|apache[.]org/licenses/license-2[.]0|al2[.]0");
        forms.put("BSD-3-Clause", "(3[- ]clause|new|revised|modified).*bsd|bsd[ -]*(license|licence)?[ -]*3|bsd-3-clause|edl[ -]1|eclipse distribution license"
                + "|eclipse[.]org/org/documents/edl");
        forms.put("BSD-2-Clause", "(2[- ]clause|simplified|freebsd).*bsd|bsd[ -]*(license|licence)?[ -]*2|bsd-2-clause");
        forms.put("MIT-0", "\\bmit-0\\b|mit no attribution");
        forms.put("MIT", "\\bmit\\b|opensource[.]org/licenses/mit");
        forms.put("EPL-2.0", "(epl|eclipse public license)[ ,-]*(version|v)?[ .-]*2|eclipse[.]org/legal/epl-(v?20|2[.]0)");
        forms.put("EPL-1.0", "(epl|eclipse public license)[ ,-]*(version|v)?[ .-]*1|eclipse[.]org/legal/epl-(v?10|1[.]0)");
        forms.put("MPL-2.0", "(mpl|mozilla public license)[ ,-]*(version|v)?[ .-]*2|mozilla[.]org/(en-us/)?mpl/2");
        forms.put("GPL-2.0-only WITH Classpath-exception-2.0", "gpl.*2.*(with.*)?(classpath|cpe)");
        forms.put("LGPL-2.1-only", "(lgpl|lesser general public license)[ ,-]*(version|v)?[ .-]*2[.]1|gnu[.]org/licenses/(old-licenses/)?lgpl-2[.]1");
        forms.put("CDDL-1.1", "cddl.*1[.]1");
        forms.put("CC0-1.0", "\\bcc0\\b|publicdomain/zero/1[.]0");
        forms.put("ISC", "\\bisc\\b");
        Map<String, Pattern> known = new LinkedHashMap<>();
        forms.forEach((id, form) -> known.put(id, Pattern.compile(form, Pattern.CASE_INSENSITIVE)));
        return known;
    }

    /** By its name, else by its address; empty where neither is known. */
    static Optional<String> of(License licence) {
        return find(licence.getName()).or(() -> find(licence.getUrl()));
    }

    private static Optional<String> find(String text) {
        if (text == null) {
            return Optional.empty();
        }
        return KNOWN.keySet().stream().filter(text.strip()::equalsIgnoreCase).findFirst()
                .or(() -> KNOWN.entrySet().stream().filter(each -> each.getValue().matcher(text).find()).map(Map.Entry::getKey).findFirst());
    }
}

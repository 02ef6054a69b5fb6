package org.gemello.binding;

import java.util.List;

/**
 * What a reading of the configuration folder gave.
 *
 * @param configuration what is right: files with a problem are left out as a whole, and bindings that need what was left out
 * @param problems      all that is wrong, each {@code file:line:column: what is wrong; remedy}, in the order of the files
 */
public record SiteReport(SiteConfiguration configuration, List<String> problems) {
    public SiteReport {
        problems = List.copyOf(problems);
    }

    /** @throws ConfigurationException where anything is wrong */
    public SiteConfiguration orThrow() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return configuration;
    }
}

package org.gemello.api.site;

import java.util.List;

/**
 * What a change has done, or would do.
 *
 * @param documents the documents that were written, as they are now; removed ones are not among them
 * @param effects   in words, one line each: which twins come, go or begin anew, which connections are started, restarted or stopped
 */
public record SiteChange(List<SiteDocument> documents, List<String> effects) {
    public SiteChange {
        documents = List.copyOf(documents);
        effects = List.copyOf(effects);
    }
}

package org.gemello.api.site;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The description of the site. The files of the configuration folder are its only store: what is changed here is written there, and a file that
 * is changed by hand shows here once it is read again. A change is checked together with everything else before anything is written; it is
 * written whole or not at all, and takes effect while the platform runs.
 */
@ProviderType
public interface Site {

    /** All documents that are right, by kind, then by name. */
    List<SiteDocument> documents();

    Optional<SiteDocument> document(SiteKind kind, String name);

    /**
     * Makes several edits as one change: either all of them or none.
     *
     * @param dryRun only checks, and says what would happen
     * @throws SiteRefusedException where the site would be wrong afterwards, or a document has another revision than expected
     */
    SiteChange change(List<SiteEdit> edits, boolean dryRun) throws SiteRefusedException;

    /**
     * Reads the folder again after files were changed by hand; what is wrong is left out, as at the start.
     *
     * @return what changed
     */
    SiteChange reload();
}

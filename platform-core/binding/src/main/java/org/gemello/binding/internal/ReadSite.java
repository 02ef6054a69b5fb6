package org.gemello.binding.internal;

import java.util.List;
import org.gemello.binding.SiteReport;

/** One reading of the folder: what follows from it, what stands in it, the files that are YAML, and what is wrong. */
record ReadSite(SiteReport report, Documents documents, List<SourceText> texts, Problems problems) {
}

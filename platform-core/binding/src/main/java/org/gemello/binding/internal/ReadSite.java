package org.gemello.binding.internal;

import org.gemello.binding.SiteReport;

/** One reading of the folder: what follows from it, what stands in it, and what is wrong. */
record ReadSite(SiteReport report, Documents documents, Problems problems) {
}

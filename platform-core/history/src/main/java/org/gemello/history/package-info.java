/**
 * What every store of the history computes the same way, on rows in the order of {@link org.gemello.history.Row#ORDER}: corrections laid
 * over what was stored, gaps narrowed by what was filled, aggregates, interpolation, thinning out.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.gemello.history;

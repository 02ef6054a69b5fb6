package org.gemello.binding.internal;

import org.gemello.api.TwinId;

/** A twin is used as a part of another. */
record PartUse(TwinId whole, TwinId part) {
    String inWords() {
        return part + " of " + whole;
    }
}

package org.gemello.packs.internal.bundle;

import java.util.List;
import org.gemello.packs.internal.guard.GuardedType;
import org.gemello.spi.pack.PackProbe;

/** A version of a pack in memory: its types behind their guards, serving or standing by. */
public interface LoadedVersion {

    PackOrigin origin();

    /** Types that are there now, guarded. */
    List<GuardedType<?>> types();

    /** The pack's own probes. */
    List<PackProbe> probes();

    /** What is wrong with it now, empty where all its types are there. */
    String trouble();

    /** The runtime's whiteboard takes its types from now on. */
    void serve();

    /** The runtime's whiteboard leaves its types alone. */
    void standBy();

    /**
     * Takes it out of memory.
     *
     * @return what is to be looked for after that, so that a leak is found
     */
    Remains retire() throws PackFailure, InterruptedException;
}

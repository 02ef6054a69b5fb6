package org.gemello.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gemello.spi.TwinType;
import org.gemello.worker.internal.parent.Supervisor;

/**
 * The twin types of a pack whose code runs in a process of its own, called through stand-ins: {@link #types()} are {@link TwinType}s
 * like any other, their states are numbers of what the process holds.
 *
 * <p><b>What a pack in a worker may use.</b> The Java class library, the packages of the API and the SPI, slf4j, and what its bundles
 * bring, also in jars on their {@code Bundle-ClassPath}. All its bundles share one class loader. There is no OSGi framework: its twin
 * types are found in the component descriptions that {@code Service-Component} names, must have a public constructor without arguments,
 * and may not have references, an activation method or a configuration of their own. Other components of the pack are not started.
 *
 * <p><b>What this protects from.</b> An exception, an endless loop, a full heap, a crash of the virtual machine or of native code, and
 * {@code System.exit} end the process, not the platform: the call fails with a {@link WorkerException}, the process is started again
 * after a pause that doubles, and is quarantined when it ends too often. Whatever it answers is checked: lengths, counts, points and
 * roles against the model.
 *
 * <p><b>What it does not protect from.</b> The process runs as the same user of the operating system: it can open files that this user
 * can, use the network and processors, and start other processes. It has no environment variables, a folder of its own as working
 * directory, and a limit for its heap; who needs more sets limits for the user or the service (namespaces, cgroups, a firewall).
 *
 * <p>After a restart the states are gone. Whoever runs twins of these types starts them again from their images when the listener
 * hears {@link WorkerStatus.State#RUNNING}; until then every call on the old stand-ins fails at once. Safe for use by many threads.
 */
public final class WorkerTypes implements AutoCloseable {
    private final Supervisor supervisor;

    private WorkerTypes(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    /**
     * Starts the process and learns its types.
     *
     * @param platform class path of the child: API, SPI and this module, as {@link PlatformJars} finds them
     * @param folder   where each process gets an empty folder of its own, which is removed when it ends
     * @param listener hears of every change after this call, and of what is printed from the start on
     * @throws IOException where it does not come up: no types, a component that cannot live in a worker, a broken bundle; the message
     *                     says which
     */
    public static WorkerTypes start(WorkerPack pack, WorkerLimits limits, List<Path> platform, Path folder, WorkerListener listener)
            throws IOException {
        return new WorkerTypes(new Supervisor(pack, limits, platform, folder, listener));
    }

    /** The same objects for as long as this is open, across restarts. */
    public List<TwinType<?>> types() {
        return supervisor.types();
    }

    public WorkerStatus status() {
        return supervisor.status();
    }

    /** Ends the process. Calls that are under way fail. */
    @Override
    public void close() {
        supervisor.close();
    }
}

package org.gemello.api.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.Caller;
import org.gemello.api.job.JobView;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The pack manager: the one way by which packs come, change and go. Every change is for administrators, is written to the audit log and
 * runs as a job of kind {@link #JOB} with progress that may be cancelled until the cut. One operation at a time; others wait. Safe for use
 * by many threads.
 */
@ProviderType
public interface Packs {
    /** Kind of the jobs. */
    String JOB = "pack";

    List<PackView> packs();

    Optional<PackView> pack(String id);

    /**
     * Puts a file into quarantine and looks at it within the limits. Nothing of it is loaded.
     *
     * @throws PackRefusedException where it is no pack: not a zip, beyond a limit, a bad name, a manifest that breaks the schema
     */
    StagedPack stage(InputStream file, Caller caller) throws IOException, PackRefusedException;

    /** What lies in quarantine, newest first. */
    List<StagedPack> staged();

    /** Removes a file from quarantine; false where there is none. */
    boolean discard(String handle, Caller caller) throws IOException;

    /**
     * What a request would change, in words and as data. Reads only.
     *
     * @throws IllegalArgumentException where the request names what is not there
     */
    PackPlan plan(PackRequest request) throws IOException;

    /**
     * Carries a request out. The job fails, and nothing is changed, where the plan has obstacles.
     *
     * @throws IllegalArgumentException where the request names what is not there
     * @throws SecurityException        where the caller is no administrator
     */
    JobView start(PackRequest request, Caller caller) throws IOException;

    /**
     * Runs the acceptance tests of a version that is installed or staged, and checks its hashes and signature again; the job's result says
     * what was found.
     */
    JobView verify(String id, Caller caller) throws IOException;

    /** Operations, newest first. */
    List<PackOperation> operations();

    /** A file of the version that serves, such as a view; empty where there is none. */
    Optional<byte[]> file(String id, String path) throws IOException;

    /** The views of all packs that serve, in the order of the packs and of their manifests. */
    List<ViewFile> views();

    /** The bindings that all packs that serve bring as examples, in the order of the packs and of their manifests. */
    List<BindingFile> bindings();

    /**
     * The last lines that a pack has logged since the platform started, the newest first: those of all its versions, whether they serve,
     * are tried or have gone. Empty where it has logged nothing, also for a pack that is not there.
     */
    List<PackLogLine> log(String id, PackLogFilter filter);

    /** By pack the id of its newest line, for each that has logged something: another one where there is something new to read. */
    Map<String, Long> logged();

    /** Publishers whose signatures are trusted, and keys that are revoked. */
    List<Publisher> publishers();

    /**
     * Trusts a publisher's key.
     *
     * @param pem Ed25519 public key, SubjectPublicKeyInfo in PEM
     */
    Publisher trust(String publisher, String pem, Caller caller) throws IOException;

    /** Revokes a key for good: packs signed by it are refused from now on; those installed go on and are named by health. */
    boolean revoke(String key, Caller caller) throws IOException;

    /** What the configured repositories offer that this platform could install, newest version first. */
    List<PackOffer> search(String text) throws IOException;

    /** Fetches an offer from its repository into quarantine. */
    StagedPack fetch(String repository, String id, String version, Caller caller) throws IOException, PackRefusedException;
}

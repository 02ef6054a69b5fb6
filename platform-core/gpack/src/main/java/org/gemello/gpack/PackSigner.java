package org.gemello.gpack;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.internal.AsIOException;

/** Signs a pack file in its place. */
public final class PackSigner {
    private PackSigner() {
    }

    /**
     * Signs the manifest, and by the hashes in it all files. A signature that is there is replaced.
     *
     * @return the signature written
     * @throws PackRefusedException where the file is no pack, or its files are not those that were built
     */
    public static DetachedSignature sign(Path file, KeyPair key) throws IOException, PackRefusedException {
        try (PackFile pack = PackFile.open(file)) {
            if (!pack.differences().isEmpty()) {
                throw new PackRefusedException("nothing has been signed: " + String.join("; ", pack.differences())
                        + "; build the pack again");
            }
            DetachedSignature signature = DetachedSignature.sign(pack.manifestBytes(), pack.manifest().publisher(), key);
            SortedMap<String, PackWriter.Content> files = new TreeMap<>();
            for (String name : pack.manifest().files().keySet()) {
                files.put(name, out -> AsIOException.run(() -> pack.copy(name, out)));
            }
            PackWriter.write(file, pack.manifestBytes(), signature.toYaml(), files);
            return signature;
        }
    }
}

package org.gemello.packs.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.PackFile;
import org.gemello.packs.internal.bundle.PackOrigin;
import org.gemello.packs.internal.bundle.PackUrls;
import org.gemello.packs.internal.store.PackStore;

/** The bundles of kept packs by their location; hashes are checked as at every opening. */
final class BundleFiles implements PackUrls.Source {
    private final PackStore store;

    BundleFiles(PackStore store) {
        this.store = store;
    }

    @Override
    public byte[] read(String location) throws IOException {
        PackOrigin.Part part = PackOrigin.part(location);
        PackStore.Kept kept = store.beginning(part.origin().id(), part.origin().sha8())
                .orElseThrow(() -> new FileNotFoundException("pack " + part.origin() + " is not kept any more"));
        try (PackFile pack = PackFile.open(store.file(kept))) {
            if (!pack.differences().isEmpty()) {
                throw new IOException("pack " + part.origin() + " has been changed on disk: " + String.join("; ", pack.differences()));
            }
            return pack.read(part.file());
        } catch (PackRefusedException e) {
            throw new IOException("pack " + part.origin() + " cannot be read: " + e.getMessage(), e);
        }
    }
}

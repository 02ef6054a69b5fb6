package org.gemello.gpack;

import java.io.IOException;
import java.util.Optional;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackSignature;
import org.gemello.api.pack.PackSignature.State;
import org.gemello.gpack.internal.Quoted;

/** Says whether a pack, or the index of a repository, is what a trusted publisher has signed. */
public final class SignatureCheck {
    private final PackTrust trust;

    public SignatureCheck(PackTrust trust) {
        this.trust = trust;
    }

    /** One sentence for each case, with the remedy. A file that is not the one that was built counts as tampered, signed or not. */
    public PackSignature check(PackFile pack) throws IOException {
        PackManifest manifest = pack.manifest();
        PackSignature signature = check("pack " + manifest.id() + " " + manifest.version(), PackManifest.NAME, pack.manifestBytes(),
                pack.signature(), manifest.publisher());
        if (pack.differences().isEmpty()) {
            return signature;
        }
        return new PackSignature(State.TAMPERED, manifest.publisher(), signature.key(), "pack " + manifest.id() + " " + manifest.version()
                + " has been changed after it was built: " + Quoted.line(String.join("; ", pack.differences()), 400)
                + "; get the file from its publisher again");
    }

    /** The same for any signed document. */
    PackSignature check(String what, String file, byte[] content, Optional<byte[]> yaml, String publisher) throws IOException {
        if (yaml.isEmpty()) {
            return new PackSignature(State.UNSIGNED, publisher, "", what + " is not signed; ask its publisher for a signed one");
        }
        DetachedSignature signature;
        try {
            signature = DetachedSignature.read(yaml.get(), "its signature");
        } catch (PackRefusedException e) {
            return new PackSignature(State.TAMPERED, publisher, "", what + " has a signature that cannot be read ("
                    + Quoted.line(e.getMessage(), 200)
                    + "); get the file from its publisher again");
        }
        Optional<PackTrust.Entry> known = trust.find(signature.key());
        String key = Quoted.line(signature.key(), 64);
        if (!signature.publisher().equals(publisher)) {
            return new PackSignature(State.TAMPERED, publisher, key, what + " says that it is by " + publisher
                    + " and carries a signature of "
                    + Quoted.name(signature.publisher()) + "; get the file from its publisher again");
        } else if (trust.isRevoked(signature.key())) {
            return new PackSignature(State.REVOKED, publisher, key, what + " is signed with key " + key + " of " + publisher
                    + ", which has been revoked; ask the publisher for one that is signed with a new key");
        } else if (known.isEmpty()) {
            return new PackSignature(State.UNKNOWN_PUBLISHER, publisher, key, what + " is signed with key " + key
                    + ", which is not trusted for publisher "
                    + publisher + "; compare the key with the publisher's and trust it, or do not install");
        } else if (!known.get().publisher().name().equals(publisher)) {
            return new PackSignature(State.UNKNOWN_PUBLISHER, publisher, key, what + " is signed with key " + key
                    + ", which is trusted for " + known.get().publisher().name() + " and not for " + publisher
                    + "; do not install it before both publishers have been asked");
        } else if (!signature.fits(content, known.get().key())) {
            return new PackSignature(State.TAMPERED, publisher, key, what + " has a " + file
                    + " that does not fit its signature: it has been changed "
                    + "after it was signed, or the signature is that of another; get the file from its publisher again");
        }
        return new PackSignature(State.TRUSTED, publisher, key, what + " is signed by " + publisher + " with key " + key);
    }
}

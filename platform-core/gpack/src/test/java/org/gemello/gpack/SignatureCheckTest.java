package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.api.pack.PackSignature;
import org.gemello.api.pack.PackSignature.State;
import org.gemello.api.pack.Publisher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureCheckTest {
    private final KeyPair key = PackKeys.generate();
    private final String id = PackKeys.id(key.getPublic());
    @TempDir
    Path folder;
    private PackTrust trust;
    private Path file;

    @BeforeEach
    void pack() throws Exception {
        trust = new PackTrust(folder.resolve("built-in"), folder.resolve("trust"));
        file = Samples.pack(folder);
    }

    private PackSignature check() throws IOException, PackRefusedException {
        try (PackFile pack = PackFile.open(file)) {
            return new SignatureCheck(trust).check(pack);
        }
    }

    private void assertState(State state, String sentence) throws Exception {
        PackSignature signature = check();
        assertThat(signature.state()).isEqualTo(state);
        assertThat(signature.sentence()).contains("water 1.2.0", sentence);
        assertThat(signature.publisher()).isEqualTo("acme");
    }

    /** Writes the pack again with another manifest or signature, its files as they are. */
    private void rewrite(byte[] manifest, byte[] signature) throws Exception {
        try (PackFile pack = PackFile.open(file)) {
            SortedMap<String, PackWriter.Content> files = new TreeMap<>();
            for (String name : pack.manifest().files().keySet()) {
                files.put(name, PackWriter.Content.of(pack.read(name)));
            }
            PackWriter.write(file, manifest == null ? pack.manifestBytes() : manifest, signature, files);
        }
    }

    @Test
    void trusted() throws Exception {
        trust.trust("acme", PackKeys.publicPem(key.getPublic()));
        PackSigner.sign(file, key);
        assertState(State.TRUSTED, "signed by acme with key " + id);
        byte[] once = Files.readAllBytes(file);
        PackSigner.sign(file, key);
        assertThat(file).hasBinaryContent(once);
    }

    @Test
    void unsigned() throws Exception {
        assertState(State.UNSIGNED, "is not signed");
    }

    @Test
    void unknownPublisher() throws Exception {
        PackSigner.sign(file, key);
        assertState(State.UNKNOWN_PUBLISHER, "not trusted for publisher acme");
        trust.trust("other", PackKeys.publicPem(key.getPublic()));
        assertState(State.UNKNOWN_PUBLISHER, "trusted for other and not for acme");
    }

    @Test
    void revokedForGood() throws Exception {
        trust.trust("acme", PackKeys.publicPem(key.getPublic()));
        PackSigner.sign(file, key);
        assertThat(trust.revoke(id)).isTrue();
        assertThat(trust.revoke(id)).isFalse();
        assertState(State.REVOKED, "has been revoked");
        assertThatThrownBy(() -> trust.trust("acme", PackKeys.publicPem(key.getPublic()))).hasMessageContaining("revoked for good");
        assertThat(new PackTrust(folder.resolve("built-in"), folder.resolve("trust")).publishers())
                .containsExactly(new Publisher("acme", id, true, false));
    }

    @Test
    void manifestChanged() throws Exception {
        trust.trust("acme", PackKeys.publicPem(key.getPublic()));
        byte[] signature = PackSigner.sign(file, key).toYaml();
        try (PackFile pack = PackFile.open(file)) {
            String more = new String(pack.manifestBytes(), StandardCharsets.UTF_8).replace("files: false", "files: true");
            rewrite(more.getBytes(StandardCharsets.UTF_8), signature);
        }
        assertState(State.TAMPERED, "pack.yaml that does not fit its signature");
    }

    @Test
    void fileChanged() throws Exception {
        trust.trust("acme", PackKeys.publicPem(key.getPublic()));
        PackSigner.sign(file, key);
        try (PackFile pack = PackFile.open(file)) {
            SortedMap<String, PackWriter.Content> files = new TreeMap<>();
            for (String name : pack.manifest().files().keySet()) {
                files.put(name, PackWriter.Content.of(name.endsWith(".svg") ? new byte[] {'x'} : pack.read(name)));
            }
            PackWriter.write(file, pack.manifestBytes(), pack.signature().orElseThrow(), files);
        }
        assertState(State.TAMPERED, "changed after it was built: views/pump.svg");
        assertThatThrownBy(() -> PackSigner.sign(file, key)).isInstanceOf(PackRefusedException.class)
                .hasMessageContaining("nothing has been signed");
    }

    @Test
    void signatureOfAnother() throws Exception {
        trust.trust("acme", PackKeys.publicPem(key.getPublic()));
        rewrite(null, DetachedSignature.sign(new byte[] {1}, "acme", key).toYaml());
        assertState(State.TAMPERED, "the signature is that of another");
        rewrite(null, DetachedSignature.sign(new byte[] {1}, "other", key).toYaml());
        assertState(State.TAMPERED, "carries a signature of 'other'");
        rewrite(null, "no signature".getBytes(StandardCharsets.UTF_8));
        assertState(State.TAMPERED, "cannot be read");
    }

    @Test
    void keysAreFiles() throws Exception {
        Path own = folder.resolve("acme.key.pem");
        PackKeys.writePrivate(own, key.getPrivate());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own))).isEqualTo("rw-------");
        assertThatThrownBy(() -> PackKeys.writePrivate(own, key.getPrivate())).isInstanceOf(IOException.class);
        assertThat(PackKeys.readPrivate(own).getPublic()).isEqualTo(key.getPublic());
        assertThat(PackKeys.readPublic(PackKeys.publicPem(key.getPublic()))).isEqualTo(key.getPublic());
        assertThatThrownBy(() -> PackKeys.readPublic("nothing")).isInstanceOf(IOException.class);
        assertThat(id).matches("[0-9a-f]{64}");
    }

    @Test
    void aDamagedKeyTrustsNobody() throws Exception {
        Files.createDirectories(folder.resolve("built-in"));
        PackKeys.writePublic(folder.resolve("built-in/acme.release.pem"), key.getPublic());
        assertThat(trust.publishers()).containsExactly(new Publisher("acme", id, false, true));
        Files.createDirectories(folder.resolve("trust"));
        Files.writeString(folder.resolve("trust/acme.bad.pem"), "nothing");
        assertThatThrownBy(() -> trust.publishers()).isInstanceOf(IOException.class).hasMessageContaining("acme.bad.pem");
    }
}

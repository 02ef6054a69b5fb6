package org.gemello.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.DetachedSignature;
import org.gemello.gpack.PackKeys;
import org.gemello.gpack.PackSigner;

/**
 * Signs the pack in its place. The key's file is named by property {@code gpack.key} or environment variable {@code GEMELLO_PACK_KEY};
 * the key itself is never on a command line and never printed.
 */
@Mojo(name = "sign", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class SignMojo extends AbstractMojo {
    /** The pack that is signed. */
    @Parameter(property = "gpack.file", defaultValue = "${project.build.directory}/${project.build.finalName}.gpack")
    private File file;
    /** Ed25519 private key, PKCS #8 in PEM; goal {@code keygen} makes one. */
    @Parameter(property = "gpack.key", defaultValue = "${env.GEMELLO_PACK_KEY}")
    private File key;
    /**
     * Where no key is named, sign with one made for this build alone: its private half is never written, its public half is left beside
     * the pack as {@code PUBLISHER.NAME.pem}, ready for a folder of trusted keys.
     */
    @Parameter(property = "gpack.ephemeral", defaultValue = "false")
    private boolean ephemeral;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (key == null && !ephemeral) {
            throw new MojoFailureException("no key to sign with; name its file by -Dgpack.key or GEMELLO_PACK_KEY, or set 'ephemeral'");
        }
        try {
            KeyPair pair = key != null ? PackKeys.readPrivate(key.toPath()) : PackKeys.generate();
            DetachedSignature signature = PackSigner.sign(file.toPath(), pair);
            if (key == null) {
                String name = file.getName().replaceFirst("\\.gpack$", "");
                Path beside = file.toPath().resolveSibling(signature.publisher() + "." + name + ".pem");
                PackKeys.writePublic(beside, pair.getPublic());
                getLog().info(beside + ": the public key of this build");
            }
            getLog().info(file + ": signed by " + signature.publisher() + " with key " + signature.key());
        } catch (PackRefusedException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("the pack cannot be signed: " + e, e);
        }
    }
}

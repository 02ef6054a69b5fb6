package org.gemello.connector.mqtt.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/** A key and its self-signed certificate, made by the JDK's keytool. */
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();
    final Path key;
    final Path certificate;

    /** @param names subject alternative names, such as {@code ip:127.0.0.1,dns:localhost} */
    Certificates(Path folder, String names) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "broker",
                "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=broker", "-ext", "san=" + names, "-ext", "bc:c",
                "-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-keystore", store.toString());
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        key = pem(folder.resolve("key.pem"), "PRIVATE KEY", keys.getKey("broker", PASSWORD).getEncoded());
        certificate = pem(folder.resolve("certificate.pem"), "CERTIFICATE", keys.getCertificate("broker").getEncoded());
    }

    private static Path pem(Path file, String what, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n");
    }
}

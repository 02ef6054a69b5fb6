package org.gemello.client.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * SHA-256 of a certificate, as {@code openssl x509 -fingerprint -sha256} shows it.
 *
 * @param text 32 bytes in upper-case hex, with colons between
 */
public record Fingerprint(String text) {
    private static final Pattern FORM = Pattern.compile("([0-9A-F]{2}:){31}[0-9A-F]{2}");

    /** @throws IllegalArgumentException where it has another form */
    public Fingerprint {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no SHA-256 fingerprint; write its 64 hex digits, with or without colons");
        }
    }

    /** @param text 64 hex digits, with or without colons, in either case */
    public static Fingerprint parse(String text) {
        String digits = text.strip().replace(":", "").toUpperCase(Locale.ROOT);
        return new Fingerprint(digits.replaceAll("(..)(?!$)", "$1:"));
    }

    static Fingerprint of(X509Certificate certificate) throws CertificateEncodingException {
        try {
            return new Fingerprint(HexFormat.ofDelimiter(":").withUpperCase().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}

package org.gemello.security.internal;

/** A salted password hash as the users file keeps it; its text says by which function and with which cost it was made. */
interface PasswordHash {

    /** @throws IllegalArgumentException where the text is of no known form */
    static PasswordHash parse(String text) {
        return text.startsWith(Argon2Hash.SCHEME) ? Argon2Hash.parse(text) : Pbkdf2Hash.parse(text);
    }

    boolean matches(char[] password);

    /** The form in the users file; without spaces. */
    String format();
}

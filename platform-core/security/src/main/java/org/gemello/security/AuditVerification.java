package org.gemello.security;

/**
 * What a check of the audit log has found.
 *
 * @param lines       lines that follow one another without a break
 * @param checkpoints signed checkpoints that they agree with
 * @param problem     file, line and what is wrong there; empty where the log is whole
 * @param publicKey   Ed25519 key that the checkpoints are signed with, SubjectPublicKeyInfo in Base64
 */
public record AuditVerification(long lines, long checkpoints, String problem, String publicKey) {

    public boolean isWhole() {
        return problem.isEmpty();
    }
}

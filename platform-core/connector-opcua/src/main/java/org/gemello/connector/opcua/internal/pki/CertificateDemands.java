package org.gemello.connector.opcua.internal.pki;

/**
 * What is asked of a server's certificate beyond that it is trusted and valid.
 *
 * @param hostName        it must name the host that is connected to
 * @param revocationLists of each authority that has issued a certificate of the chain there must be a revocation list
 * @param leastKeyBits    shortest RSA key; the security policies of today want 2048 (OPC UA Part 7)
 * @param sha1Allowed     only for the two policies of yesterday
 */
public record CertificateDemands(boolean hostName, boolean revocationLists, int leastKeyBits, boolean sha1Allowed) {
    /** For the policies of today. */
    public static final CertificateDemands STRONG = new CertificateDemands(false, true, 2048, false);
    /** For Basic128Rsa15 and Basic256. */
    public static final CertificateDemands WEAK = new CertificateDemands(false, true, 1024, true);

    public CertificateDemands with(boolean hostNameToo, boolean revocationListsToo) {
        return new CertificateDemands(hostNameToo, revocationListsToo, leastKeyBits, sha1Allowed);
    }
}

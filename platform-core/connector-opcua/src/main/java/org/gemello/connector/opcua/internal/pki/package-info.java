/** Who the client is and which servers it trusts: own certificate and trust list, as files. */
package org.gemello.connector.opcua.internal.pki;

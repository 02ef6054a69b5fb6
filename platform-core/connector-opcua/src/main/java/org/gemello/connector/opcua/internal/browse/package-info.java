/** Shows a server's address space, and proposes a binding of it. */
package org.gemello.connector.opcua.internal.browse;

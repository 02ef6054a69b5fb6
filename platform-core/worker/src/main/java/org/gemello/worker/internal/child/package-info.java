/** What runs in the child process. Beside the class library it needs the API, the SPI and the protocol, and nothing else. */
package org.gemello.worker.internal.child;

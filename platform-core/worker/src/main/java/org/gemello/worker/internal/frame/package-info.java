/** The protocol between the platform and a worker: frames, and what is in them. Used on both sides. */
package org.gemello.worker.internal.frame;

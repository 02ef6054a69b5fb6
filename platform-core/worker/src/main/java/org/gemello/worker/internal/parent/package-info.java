/** The platform's side of a worker: the process, and the twin types that stand for those in it. */
package org.gemello.worker.internal.parent;

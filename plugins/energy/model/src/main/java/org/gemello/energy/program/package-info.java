/** What command-line programs share: arguments, help, exit codes. Not part of a pack. */
package org.gemello.energy.program;

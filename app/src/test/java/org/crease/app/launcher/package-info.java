/** Tests of the launcher script, run as a process with stand-ins for Java and Maven. */
@NullMarked
package org.crease.app.launcher;

import org.jspecify.annotations.NullMarked;

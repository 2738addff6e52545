/** Files that survive a crash: atomic replacement, append-only JSON lines, and the exceptions that name file and place. */
@NullMarked
package org.crease.runlog.storage;

import org.jspecify.annotations.NullMarked;

/** TensorBoard event files: a writer that appends after a crash and a reader that follows a growing file. */
@NullMarked
package org.crease.runlog.events;

import org.jspecify.annotations.NullMarked;

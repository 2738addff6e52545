/** The run directory: its layout, and every reader and writer of it. */
@NullMarked
package org.crease.runlog;

import org.jspecify.annotations.NullMarked;

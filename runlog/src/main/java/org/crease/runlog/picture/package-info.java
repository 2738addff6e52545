/** Small pictures for event files, drawn without fonts or a display. */
@NullMarked
package org.crease.runlog.picture;

import org.jspecify.annotations.NullMarked;

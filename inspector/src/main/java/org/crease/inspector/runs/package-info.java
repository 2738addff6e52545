/** The runs of a directory as the page sees them: read when asked, kept in memory, and read on as they grow. */
@NullMarked
package org.crease.inspector.runs;

import org.jspecify.annotations.NullMarked;
